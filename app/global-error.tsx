"use client";

import en from "#messages/en" with { type: "json" };

/** The last resort, when even the layout failed: no translations and no styles to rely on. */
export default function GlobalError({ reset }: { reset: () => void }) {
  const { failedTitle, failedText, again } = en.errorPage;
  return (
    <html lang="en">
      <body>
        <h1>{failedTitle}</h1>
        <p>{failedText}</p>
        <button onClick={reset}>{again}</button>
      </body>
    </html>
  );
}
