/** The people of the demonstration. All are fictional; every address ends in example.org, which receives no mail. */

export type Part =
  "administrator" | "secretariat" | "chair" | "vice_chair" | "wp_chair" | "rapporteur" | "delegate";

export type CastMember = {
  readonly name: string;
  readonly honorific: string;
  readonly entity: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly timeZone: string;
  readonly role: Part;
  /** The group the role is held in; empty for the administrator. */
  readonly group: string;
  /** Co-chair of the series for the side of this Study Group. */
  readonly coChairOf?: string;
};

type Row = readonly [string, string, string, string, string];

const person = (row: Row, role: Part, group: string): CastMember => {
  const [name, honorific, entity, country, timeZone] = row;
  return { name, honorific, entity, country, timeZone, role, group };
};

const officers: readonly CastMember[] = [
  person(["Ada Keller", "Ms", "TSB", "CH", "Europe/Zurich"], "administrator", ""),
  person(["Lena Brunner", "Ms", "TSB", "CH", "Europe/Zurich"], "secretariat", "SG2"),
  person(["Omar Farouk", "Mr", "TSB", "CH", "Europe/Zurich"], "secretariat", "SG20"),
  person(["Ingrid Solberg", "Ms", "Nordic Numbering Authority", "NO", "Europe/Oslo"], "chair", "SG2"),
  person(
    ["Tomás Herrera", "Mr", "Ministry of Communications", "AR", "America/Argentina/Buenos_Aires"],
    "vice_chair",
    "SG2",
  ),
  person(["Amina Okafor", "Dr", "Communications Commission", "NG", "Africa/Lagos"], "vice_chair", "SG2"),
  {
    ...person(["Philippa Marsh", "Ms", "Office for Numbering", "GB", "Europe/London"], "wp_chair", "WP1/2"),
    coChairOf: "SG2",
  },
  person(["Khalid Al Mansoori", "Mr", "Gulf Smart Cities", "AE", "Asia/Dubai"], "chair", "SG20"),
  person(["Chen Meiling", "Ms", "Institute of Things", "CN", "Asia/Shanghai"], "vice_chair", "SG20"),
  person(["Ana Paula Ribeiro", "Ms", "Agência de Redes", "BR", "America/Sao_Paulo"], "vice_chair", "SG20"),
  {
    ...person(["Han Seojun", "Mr", "Korea Identifier Forum", "KR", "Asia/Seoul"], "wp_chair", "WP2/20"),
    coChairOf: "SG20",
  },
  person(["Margit Vaher", "Ms", "Baltic Registry", "EE", "Europe/Tallinn"], "rapporteur", "Q1/2"),
  person(["Rohan Deshpande", "Mr", "IoT Society", "IN", "Asia/Kolkata"], "rapporteur", "Q6/20"),
];

const ofQuestion1: readonly Row[] = [
  ["Claire Fontaine", "Ms", "Réseau National", "FR", "Europe/Paris"],
  ["Jonas Weber", "Mr", "Bund Netze", "DE", "Europe/Berlin"],
  ["Grace Mwangi", "Ms", "East Africa Telecom", "KE", "Africa/Nairobi"],
  ["David Lindqvist", "Mr", "Nordic Mobile", "SE", "Europe/Stockholm"],
  ["Karen Whitfield", "Ms", "Federal Numbering Council", "US", "America/New_York"],
  ["Miguel Santos", "Mr", "Pacifico Networks", "MX", "America/Mexico_City"],
  ["Yuki Tanabe", "Ms", "Numbering Center", "JP", "Asia/Tokyo"],
  ["Farhad Karimov", "Mr", "Silk Road Telecom", "UZ", "Asia/Tashkent"],
  ["Nomsa Dlamini", "Ms", "Southern Networks", "ZA", "Africa/Johannesburg"],
  ["Oleksandr Bondar", "Mr", "State Registry", "UA", "Europe/Kyiv"],
  ["Sofia Almeida", "Ms", "Atlântico Redes", "PT", "Europe/Lisbon"],
  ["Hamish Stewart", "Mr", "Southern Cross Numbering", "NZ", "Pacific/Auckland"],
  ["Layla Haddad", "Ms", "Telecom Authority", "JO", "Asia/Amman"],
  ["Pierre Tremblay", "Mr", "Northern Carriers", "CA", "America/Toronto"],
];

const ofQuestion6: readonly Row[] = [
  ["Li Wenjie", "Mr", "Smart Object Alliance", "CN", "Asia/Shanghai"],
  ["Park Jiwoo", "Ms", "Korea Sensor Institute", "KR", "Asia/Seoul"],
  ["Sunita Thapa", "Ms", "Himalaya Connect", "NP", "Asia/Kathmandu"],
  ["Ahmed El-Sayed", "Mr", "Nile Digital", "EG", "Africa/Cairo"],
  ["Emily Carter", "Ms", "Things Council", "US", "America/Los_Angeles"],
  ["Giulia Ferri", "Ms", "Città Connesse", "IT", "Europe/Rome"],
  ["Mehmet Aydın", "Mr", "Anadolu IoT", "TR", "Europe/Istanbul"],
  ["Ngozi Eze", "Ms", "Lagos Smart City", "NG", "Africa/Lagos"],
  ["Budi Santoso", "Mr", "Nusantara Devices", "ID", "Asia/Jakarta"],
  ["Isabel Torres", "Ms", "Ciudad Inteligente", "CO", "America/Bogota"],
  ["Oliver Grant", "Mr", "Outback Sensors", "AU", "Australia/Sydney"],
  ["Fatima Zahra Idrissi", "Ms", "Maghreb IoT", "MA", "Africa/Casablanca"],
  ["Arjun Menon", "Mr", "Bharat Devices", "IN", "Asia/Kolkata"],
  ["Elena Petrova", "Ms", "Danube Metering", "BG", "Europe/Sofia"],
  ["Carlos Jiménez", "Mr", "Andes Metering", "CL", "America/Santiago"],
];

export const CAST: readonly CastMember[] = [
  ...officers,
  ...ofQuestion1.map((row) => person(row, "delegate", "Q1/2")),
  ...ofQuestion6.map((row) => person(row, "delegate", "Q6/20")),
];

/** Address of somebody of the cast: name in ASCII, at example.org. */
export function addressOf(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replaceAll("ı", "i");
  return `${ascii.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`;
}
