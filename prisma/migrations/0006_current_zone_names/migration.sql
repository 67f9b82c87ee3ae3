-- Zones are kept under one name: spelled as IANA does, and cities under their current names (lib/kernel/zone.ts).
-- Lines of the burden ledger are never changed: they are added up under the current names when they are read.
CREATE TEMPORARY TABLE zone_spellings AS
  SELECT name AS spelling FROM pg_timezone_names WHERE EXISTS (SELECT FROM people) AND name !~ '^(posix|right)/';
CREATE TEMPORARY TABLE renamed_zones (old_name text PRIMARY KEY, current_name text NOT NULL);
INSERT INTO renamed_zones VALUES
  ('Africa/Asmera', 'Africa/Asmara'),
  ('America/Buenos_Aires', 'America/Argentina/Buenos_Aires'),
  ('America/Catamarca', 'America/Argentina/Catamarca'),
  ('America/Coral_Harbour', 'America/Atikokan'),
  ('America/Cordoba', 'America/Argentina/Cordoba'),
  ('America/Godthab', 'America/Nuuk'),
  ('America/Indianapolis', 'America/Indiana/Indianapolis'),
  ('America/Jujuy', 'America/Argentina/Jujuy'),
  ('America/Louisville', 'America/Kentucky/Louisville'),
  ('America/Mendoza', 'America/Argentina/Mendoza'),
  ('Asia/Calcutta', 'Asia/Kolkata'),
  ('Asia/Katmandu', 'Asia/Kathmandu'),
  ('Asia/Rangoon', 'Asia/Yangon'),
  ('Asia/Saigon', 'Asia/Ho_Chi_Minh'),
  ('Atlantic/Faeroe', 'Atlantic/Faroe'),
  ('Europe/Kiev', 'Europe/Kyiv'),
  ('Pacific/Enderbury', 'Pacific/Kanton'),
  ('Pacific/Ponape', 'Pacific/Pohnpei'),
  ('Pacific/Truk', 'Pacific/Chuuk');

UPDATE people SET time_zone = spelling FROM zone_spellings
  WHERE lower(spelling) = lower(time_zone) AND spelling <> time_zone;
UPDATE people SET time_zone = current_name FROM renamed_zones WHERE old_name = time_zone;
UPDATE whereabouts SET time_zone = spelling FROM zone_spellings
  WHERE lower(spelling) = lower(time_zone) AND spelling <> time_zone;
UPDATE whereabouts SET time_zone = current_name FROM renamed_zones WHERE old_name = time_zone;
UPDATE slots SET time_zone = spelling FROM zone_spellings
  WHERE lower(spelling) = lower(time_zone) AND spelling <> time_zone;
UPDATE slots SET time_zone = current_name FROM renamed_zones WHERE old_name = time_zone;
UPDATE poll_newcomers SET time_zone = spelling FROM zone_spellings
  WHERE lower(spelling) = lower(time_zone) AND spelling <> time_zone;
UPDATE poll_newcomers SET time_zone = current_name FROM renamed_zones WHERE old_name = time_zone;

DROP TABLE zone_spellings, renamed_zones;
