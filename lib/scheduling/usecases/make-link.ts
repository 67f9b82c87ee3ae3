import { deriveToken, hashToken } from "#lib/secrets/token";
import { settings } from "#lib/settings/settings";

/** A personal link: what is kept of it, and where it leads. */
export type PersonalLink = { readonly token: string; readonly tokenHash: string; readonly href: string };

/**
 * The personal link with this number of a person in a poll; always the same for the same three.
 *
 * Only its hash is stored. It can be put into a reminder without making the link in the first mail useless, and only
 * by who knows the secret of the installation. A new link is the one with the next number.
 */
export function makeLink(of: {
  readonly pollId: string;
  readonly personId: string;
  readonly linkNumber: number;
}): PersonalLink {
  const token = deriveToken(settings().authSecret, `answer:${of.pollId}:${of.personId}:${of.linkNumber}`);
  const { href } = new URL(`/answer/${token}`, settings().baseUrl);
  return { token, tokenHash: hashToken(token), href };
}
