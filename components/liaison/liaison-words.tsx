"use client";

import type { ReactNode } from "react";
import { MoreWords } from "#components/ui/more-words";
import words from "../../messages/en.liaison.words";

export const LiaisonWords = ({ children }: { children: ReactNode }) => (
  <MoreWords words={words}>{children}</MoreWords>
);
