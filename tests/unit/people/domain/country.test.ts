import { describe, expect, it } from "vitest";
import { countryName, isCountry, listCountries } from "#lib/people/domain/country";

describe("countries", () => {
  it.each(["CH", "KR", "BR", "SS", "ZW"])("know %s", (code) => expect(isCountry(code)).toBe(true));

  it.each(["", "ch", "CHE", "XX", "ZZ", "EU", "SU", "YU", "DD", "A1"])("do not know %j", (code) =>
    expect(isCountry(code)).toBe(false),
  );

  it("are about two hundred and fifty, each once, in the order of their names", () => {
    const names = listCountries("en").map(({ name }) => name);
    expect(names.length).toBeGreaterThan(240);
    expect(names.length).toBeLessThan(255);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
  });

  it("have names in the reader's language, and a code stays a code when it is none", () => {
    expect([countryName("CH", "en"), countryName("CH", "fr"), countryName("??", "en")]).toEqual([
      "Switzerland",
      "Suisse",
      "??",
    ]);
  });
});
