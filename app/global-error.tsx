"use client";

import words from "#messages/last-resort";

/**
 * The last resort, when even the layout failed: no translations and no styles to rely on. Every page loads it, so its
 * three sentences have a file of their own.
 */
export default function GlobalError({ reset }: { reset: () => void }) {
  const { failedTitle, failedText, again } = words;
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
