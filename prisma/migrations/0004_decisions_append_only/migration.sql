-- A decision and what its zones bore stay as they were written down, and so does the history of the rules.

CREATE TRIGGER decision_records_append_only BEFORE UPDATE OR DELETE ON decision_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER burden_balances_append_only BEFORE UPDATE OR DELETE ON burden_balances
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rule_changes_append_only BEFORE UPDATE OR DELETE ON rule_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
