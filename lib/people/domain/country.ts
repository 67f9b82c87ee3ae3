/** Codes that ICU names but ISO 3166-1 has not assigned to a country. */
const NO_COUNTRIES = [
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "EU",
  "EZ",
  "IC",
  "QO",
  "TA",
  "UN",
  "XA",
  "XB",
  "XK",
  "ZZ",
];

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Whether a text is the two-letter code (ISO 3166-1, upper case) of a country that exists today. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRIES.includes(code)) return false;
  const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  return isCurrent && names("en").of(code) !== undefined;
}

/** Every country with its name in a language, in the order of the names. */
export function listCountries(locale: string): { readonly code: string; readonly name: string }[] {
  const called = names(locale);
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter(isCountry)
    .map((code) => ({ code, name: called.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** The name of a country in a language; the code itself when it has none. */
export function countryName(code: string, locale: string): string {
  return isCountry(code) ? (names(locale).of(code) ?? code) : code;
}

const names = (locale: string) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
