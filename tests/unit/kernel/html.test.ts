import { describe, expect, it } from "vitest";
import { html } from "#lib/kernel/html";

describe("HTML from a template", () => {
  it("escapes what is filled in, for text and for values in quotes", () => {
    const name = `<script>alert("x")</script> & 'O`;
    expect(html`<b title="${name}">${name}</b>`.text).toBe(
      '<b title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;O">' +
        "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;O</b>",
    );
  });

  it("takes other HTML and lists of it as they are, numbers as digits, null and false as nothing", () => {
    expect(html`<p>${[html`<i>1</i>`, html`<i>2</i>`]}${3}${null}${false}</p>`.text).toBe(
      "<p><i>1</i><i>2</i>3</p>",
    );
  });

  it("makes line ends of the template one blank and leaves those of values alone", () => {
    // prettier-ignore
    const indented = html`<p>
      ${"a\n  b"}
    </p>`;
    expect(indented.text).toBe("<p> a\n  b </p>");
  });
});
