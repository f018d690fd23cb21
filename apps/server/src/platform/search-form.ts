const letters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** A name as it is looked for and put in order: small letters without their marks, so that "ost" finds "Østergård". */
export function searchForm(name: string): string {
  const plain = name.trim().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
  return plain.replace(/[øłđðþßæœı]/g, (letter) => letters[letter] ?? letter);
}
