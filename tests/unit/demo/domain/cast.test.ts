import { describe, expect, it } from "vitest";
import { type CastMember, groupCast } from "#lib/demo/domain/cast";

const member = (name: string, roles: CastMember["roles"], isCoChair = false) => ({
  id: name,
  name,
  roles,
  isCoChair,
});
const held = (role: string, group: string | null) => ({ role, group });

describe("groupCast", () => {
  it("lists people under their Study Group by number, others last, the weightiest part first", () => {
    const cast = [
      member("Zoe", []),
      member("Ada", [held("administrator", null), held("delegate", "Q1/2")]),
      member("Dev", [held("delegate", "Q6/20")]),
      member("Sid", [held("secretariat", "SG20")]),
      member("Dora", [held("delegate", "Q1/2")]),
      member("Paul", [held("wp_chair", "WP1/2")], true),
      member("Tom", [held("chair", "TSAG")]),
    ];
    expect(
      groupCast(cast).map(({ group, members }) => [
        group,
        members.map(({ name, role }) => `${name} ${role}`),
      ]),
    ).toEqual([
      ["SG2", ["Paul co_chair", "Dora delegate"]],
      ["SG20", ["Sid secretariat", "Dev delegate"]],
      [null, ["Ada administrator", "Tom chair", "Zoe delegate"]],
    ]);
  });

  it("keeps the group of a part, as people write it", () => {
    expect(groupCast([member("Paul", [held("wp_chair", "WP1/2")])])[0]?.members).toEqual([
      { id: "Paul", name: "Paul", role: "wp_chair", group: "WP1/2" },
    ]);
  });

  it("is empty for nobody", () => {
    expect(groupCast([])).toEqual([]);
  });
});
