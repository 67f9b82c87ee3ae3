import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** The calendar day in so many days. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** On the page that offers: pastes four weekly slots, before the demonstration's groups meet, and offers them. */
export async function offerFour(page: Page): Promise<void> {
  await page
    .getByLabel("Days and times")
    .fill([63, 70, 77, 84].map((days) => `${inDays(days)} 14:00 Geneva`).join("\n"));
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("button", { name: "Offer 4 slots" }).click();
  await expect(page.getByText("You offered 4 slots together")).toBeVisible();
}
