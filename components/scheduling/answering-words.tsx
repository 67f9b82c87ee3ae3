"use client";

import type { ReactNode } from "react";
import { MoreWords } from "#components/ui/more-words";
import words from "../../messages/en.answering.words";

export const AnsweringWords = ({ children }: { children: ReactNode }) => (
  <MoreWords words={words}>{children}</MoreWords>
);
