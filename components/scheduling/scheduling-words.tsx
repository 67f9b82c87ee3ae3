"use client";

import type { ReactNode } from "react";
import { MoreWords } from "#components/ui/more-words";
import words from "../../messages/en.scheduling.words";

export const SchedulingWords = ({ children }: { children: ReactNode }) => (
  <MoreWords words={words}>{children}</MoreWords>
);
