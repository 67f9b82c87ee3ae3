-- What was written down stays written down: the audit trail takes no change and no deletion,
-- an issued announcement no change, and a logged update none but the mark of compaction.

-- The database adapter takes the file apart at every semicolon, so those of the body are written as \x3b.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION ''% is append-only'', TG_TABLE_NAME\x3b END';

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announcements_frozen BEFORE UPDATE OR DELETE ON announcements
  FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION refuse_change();

CREATE TRIGGER collaborative_updates_no_delete BEFORE DELETE ON collaborative_updates
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER collaborative_updates_only_mark BEFORE UPDATE ON collaborative_updates
  FOR EACH ROW WHEN (OLD.bytes IS DISTINCT FROM NEW.bytes OR OLD.document_id IS DISTINCT FROM NEW.document_id)
  EXECUTE FUNCTION refuse_change();
