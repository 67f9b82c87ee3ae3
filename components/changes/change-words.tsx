"use client";

import type { ReactNode } from "react";
import { MoreWords } from "#components/ui/more-words";
import words from "../../messages/en.changes.words";

export const ChangeWords = ({ children }: { children: ReactNode }) => (
  <MoreWords words={words}>{children}</MoreWords>
);
