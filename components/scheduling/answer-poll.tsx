"use client";

import { type ComponentProps, useState } from "react";
import { AnswerSheet } from "./answer-sheet";
import { ZoneChoice } from "./zone-choice";

/** The sheet under the choice of its zone. */
export function AnswerPoll({ timeZone: first, ...sheet }: ComponentProps<typeof AnswerSheet>) {
  const [timeZone, setTimeZone] = useState(first);
  return (
    <>
      <ZoneChoice timeZone={timeZone} onChoose={setTimeZone} />
      <AnswerSheet timeZone={timeZone} {...sheet} />
    </>
  );
}
