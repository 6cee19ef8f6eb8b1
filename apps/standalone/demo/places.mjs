const REGION_COLUMNS = 12;

/**
 * Real towns with the forms in which DUO and LRK write them, so that addresses and regions hang together. What stands
 * at those addresses is made up.
 * Province | postcode digits | DUO town | LRK town | municipality number | name | area code | twelve region columns | holiday region.
 */
const TABLE = `
Drenthe|9405|ASSEN|Assen|0106|ASSEN|0592|11;Assen;03;Centraal-Groningen;07;Noord- en Midden-Drenthe;07;Noord-Drenthe;04;Assen-Hoogeveen-Emmen;07;Noord- en Midden Drenthe|Noord
Flevoland|8224|LELYSTAD|Lelystad|0995|LELYSTAD|0320|28;Harderwijk;15;Flevoland;18;Flevoland;40;Flevoland;10;Harderwijk-Amersfoort;18;Flevoland|Noord
Friesland|8607|SNEEK|Sneek|1900|SUDWEST-FRYSLAN|0515|09;Sneek;04;Fryslân;05;Zuidwest-Friesland;05;Zuidwest-Friesland;03;Friesland;05;Zuid-West Friesland|Noord
Friesland|8582|OUDEGA DE FRYSKE MARREN|Oudega|1940|DE FRYSKE MARREN|0514|08;Heerenveen;04;Fryslân;05;Zuidwest-Friesland;05;Zuidwest-Friesland;03;Friesland;05;Zuid-West Friesland|Noord
Gelderland|7329|APELDOORN|Apeldoorn|0200|APELDOORN|055|27;Apeldoorn;09;Stedendriehoek;11;Stedendriehoek;13;Veluwe;07;Apeldoorn en midden-IJsselgebied;11;Stedendriehoek|Midden
Groningen|9728|GRONINGEN|Groningen|0014|GRONINGEN|050|01;Groningen;03;Centraal-Groningen;03;Centraal en westelijk Groningen;03;Overig Groningen;01;Groningen en omstreken;03;Centraal en Westelijk Groningen|Noord
Limburg|6216|MAASTRICHT|Maastricht|0935|MAASTRICHT|043|80;Maastricht;34;Maastricht Mergelland;42;Maastricht en Mergelland;39;Zuid-Limburg;25;Zuid-Limburg;39;Gewest Zuid-Limburg|Zuid
Noord-Brabant|5224|'S-HERTOGENBOSCH|'s-Hertogenbosch|0796|S HERTOGENBOSCH|073|69;'s-Hertogenbosch;27;Noordoost-Brabant;36;Noordoost-Brabant;35;Noordoost-Noord-Brabant;12;Noord-Noord-Brabant;36;Noord-Oost-Brabant|Zuid
Noord-Brabant|5466|VEGHEL|Veghel|1948|MEIERIJSTAD|0413|71;Uden;27;Noordoost-Brabant;36;Noordoost-Brabant;35;Noordoost-Noord-Brabant;12;Noord-Noord-Brabant;36;Noord-Oost-Brabant|Zuid
Noord-Holland|1017|AMSTERDAM|AMSTERDAM|0363|AMSTERDAM|020|44;Amsterdam;20;Zuidelijk Noord-Holland;21;Agglomeratie Amsterdam;23;Groot-Amsterdam;15;Zuid-Noord-Holland;21;Agglomeratie Amsterdam|Noord
Noord-Holland|1628|HOORN NH|Hoorn|0405|HOORN|0229|40;Hoorn;19;Noord-Holland-Noord;22;Westfriesland;18;Kop van Noord-Holland;14;Noord-Noord-Holland;22;West-Friesland|Noord
Overijssel|7676|WESTERHAAR-VRIEZENV WIJK|Westerhaar-Vriezenveensewijk|1700|TWENTERAND|0546|21;Almelo;07;Twente;12;Twente;12;Twente;06;Twente;12;Twente|Noord
Overijssel|7558|HENGELO OV|Hengelo|0164|HENGELO|074|22;Enschede;07;Twente;12;Twente;12;Twente;06;Twente;12;Twente|Noord
Utrecht|3818|AMERSFOORT|Amersfoort|0307|AMERSFOORT|033|35;Amersfoort;17;Eemland;16;Eem en Vallei;17;Utrecht;10;Harderwijk-Amersfoort;16;Eem en Vallei|Midden
Zeeland|4331|MIDDELBURG|Middelburg|0687|MIDDELBURG|0118|59;Middelburg;24;Zeeland;32;Walcheren;32;Overig Zeeland;19;Zeeland;32;Walcheren|Zuid
Zuid-Holland|2555|'S-GRAVENHAGE|'s-Gravenhage|0518|S GRAVENHAGE|070|49;'s-Gravenhage;22;Haaglanden;28;Haaglanden;26;Agglomeratie 's-Gravenhage;16;Noord-Zuid-Holland;28;Haaglanden/Westland|Midden
Zuid-Holland|2282|RIJSWIJK ZH|Rijswijk|0603|RIJSWIJK|070|49;'s-Gravenhage;22;Haaglanden;28;Haaglanden;26;Agglomeratie 's-Gravenhage;16;Noord-Zuid-Holland;28;Haaglanden/Westland|Midden
Zuid-Holland|2912|NIEUWERKERK AD IJSSEL|Nieuwerkerk aan den IJssel|1892|ZUIDPLAS|0180|54;Rotterdam;21;Rijn-Gouwe;27;Zuid-Holland-Oost;29;Groot-Rijnmond;17;Rijnmond groot;27;Zuid-Holland-Oost|Midden
`;

export const PLACES = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [province, postcode, duoTown, lrkTown, municipalityCode, municipality, areaCode, regions, holidayRegion] = line.split('|');
    if (regions.split(';').length !== REGION_COLUMNS) throw new Error(`Wrong number of region columns: ${line}`);
    return { province, postcode, duoTown, lrkTown, municipalityCode, municipality, areaCode, regions: regions.split(';'), holidayRegion };
  });

const STREETS = [
  'Kerkstraat', 'Schoolstraat', 'Molenweg', 'Dorpsstraat', 'Beukenlaan', 'Lindelaan', 'Wilgenpad', 'Meidoornhof', 'Parkweg', 'Stationsweg',
  'Noorderdiep', 'Zuiderkade', 'Plein 1455', 'Kruimelveld 12', 'Krekelhof', 'Boekenplantsoen', 'Letterlaan', 'Prinses Wolkenstraat',
  'Burgemeester van Inktpotstraat', 'Koningin Zilverknoplaan', 'Professor doctor Krekelweg', 'Laan van de Vrije Boekenlezers',
];

const LETTERS = 'ABCDEGHJKLMNPRTVWXZ';

/** An address in a place; postcode without space, street written out. */
export function addressIn(place, random) {
  const letters = LETTERS[random.below(LETTERS.length)] + LETTERS[random.below(LETTERS.length)];
  return { street: random.pick(STREETS), number: 1 + random.below(140), postcode: place.postcode + letters };
}

/** A number that nobody can have: in the Netherlands no subscriber number starts with 0. */
export function phoneIn(place, random) {
  return `${place.areaCode}0${random.digits(9 - place.areaCode.length)}`;
}
