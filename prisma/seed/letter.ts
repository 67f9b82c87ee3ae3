/** The liaison statement of the demonstration: the facts of a real case in our own words, with dates of its own. */
export function demonstrationLetter(when: { targetMonth: string; nextMeeting: string }): string {
  return `Abstract:
This liaison statement answers the proposal of a joint correspondence group on the identification of things. ITU-T Study Group 2 (SG2) suggests instead a series of three virtual joint meetings between Q1/2 and Q6/20 before TSAG meets in ${when.targetMonth}.

ITU-T Study Group 2 (SG2) thanks ITU-T Study Group 20 (SG20) for its proposal to set up a joint correspondence group, and shares its wish to fulfil WTSA Action [39A1/1]. SG2 doubts, however, that exchanges of mails will lead to a result in time:
- few people take part in correspondence groups, and mails do not suit a question with so many shades;
- the WTSA Action is narrow and limited in time, while a correspondence group has no end. The demarcation line between IoT identification and NNAI should be known early in the study period.

A standing joint mailing list of both groups may be useful too. That is a question of its own and should be treated apart.

SG2 therefore proposes a series of three virtual joint meetings between Q1/2 and Q6/20, the Questions concerned, prior to TSAG in ${when.targetMonth}.

We welcome the nomination of Mr Han Seojun (WP2/20 Chair) as the co-chair for SG20, and put forward Ms Philippa Marsh (WP1/2 Chair) as the co-chair from SG2.

SG20 does not meet before ${when.nextMeeting}. No delay need follow: SG20 could consider this LS/o/r via its mailing list or another internal consultation.

Should SG20 agree, the co-chairs, in consultation with the SG chairs, their management teams and the TSB secretariats, would find dates that suit both sides within the next months. The dates would then be announced on the mailing lists of SG2 and SG20.

The co-chairs would also write the agenda of each meeting, in consultation with the SG chairs and management teams. The agendas would focus on the demarcation line for IoT identification and NNAI, and the output would be the draft report to TSAG.

We look forward to your positive reply.
`;
}
