import { expect, it } from "vitest";
import { NoteStore } from "#components/scheduling/sheet/note-store";

it("shows the note that another window saved where nothing was typed here, also after saving here", () => {
  const note = new NoteStore("Mornings");
  note.type("Mornings, please");
  note.keep("Mornings, please");
  note.settle("Afternoons");
  expect(note.summary()).toMatchObject({ text: "Afternoons", unsaved: false, clashes: false });
});

it("keeps what was typed and tells both texts when another note was saved meanwhile", () => {
  const note = new NoteStore("Mornings");
  note.type("Evenings");
  expect(note.summary()).toMatchObject({ unsaved: true, clashes: false });
  note.settle("Afternoons");
  expect(note.summary()).toMatchObject({ text: "Evenings", saved: "Afternoons", clashes: true });
  note.settle("Nights");
  expect(note.summary()).toMatchObject({ text: "Evenings", saved: "Nights", clashes: true });
  note.keep("Evenings");
  expect(note.summary()).toMatchObject({ text: "Evenings", saved: "Evenings", clashes: false });
});

it("takes the other note on request, and puts back what was typed, which still clashes", () => {
  const note = new NoteStore("");
  note.type("Evenings");
  note.settle("Afternoons");
  note.takeSaved();
  expect(note.summary()).toMatchObject({ text: "Afternoons", clashes: false, canPutBack: true });
  note.putBack();
  expect(note.summary()).toMatchObject({ text: "Evenings", clashes: true, canPutBack: false });
});

it("takes what was typed while saving for no clash with what was sent", () => {
  const note = new NoteStore("");
  note.type("Evenings, and more");
  note.settle("Evenings"); // the page may come before the answer to the form
  note.keep("Evenings");
  expect(note.summary()).toMatchObject({ text: "Evenings, and more", unsaved: true, clashes: false });
});

it("holds a draft against the note it was begun from, not against the one that is saved now", () => {
  const before = new NoteStore("Mornings");
  before.type("Evenings");
  expect(before.draft()).toEqual({ note: "Evenings", from: "Mornings" });
  const after = new NoteStore("Afternoons");
  after.restore({ note: "Evenings", from: "Mornings" });
  expect(after.summary()).toMatchObject({ text: "Evenings", clashes: true });
  const same = new NoteStore("Mornings");
  same.restore({ note: "Evenings", from: "Mornings" });
  expect(same.summary()).toMatchObject({ text: "Evenings", clashes: false });
});

it("has no draft of spaces alone, because they are not kept", () => {
  const note = new NoteStore("Mornings");
  note.type("Mornings ");
  expect(note.draft()).toBeNull();
  note.settle("Afternoons");
  expect(note.summary()).toMatchObject({ text: "Afternoons", clashes: false });
});
