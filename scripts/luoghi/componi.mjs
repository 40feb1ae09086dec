import * as STORIA from './storia.mjs';

const CODICI = /\w+/g;
const codiciDi = (testo) => testo.match(CODICI) ?? [];

/** `M208 F888 H742 | …`: new code → gone codes. */
function gruppi(testo) {
  return testo
    .split(/[|\n]/)
    .map(codiciDi)
    .filter((codici) => codici.length > 1);
}

/**
 * The rows of the file: `codice|nome|sigla|al|province|dal|oggi|nomi`. `province` and `nomi`: `CO<1992-04-16`, the one before that
 * day, oldest first; names are parted by `;`. `dal`: the first day, where it is known. `oggi`: the codes of what it became.
 * @throws Error where the table by hand names what is not there, or its dates do not agree
 */
export function composeLuoghi(anpr, istat) {
  const perCodice = new Map(anpr.map((luogo) => [luogo.codice, { ...luogo, prima: [], dal: '', oggi: [], nomi: [] }]));
  const get = (codice) => {
    const luogo = perCodice.get(codice);
    if (!luogo) throw new Error(`${codice} non c’è nell’archivio`);
    return luogo;
  };
  for (const { codice, nome, sigla, al } of STORIA.MANCANTI)
    perCodice.set(codice, { codice, nome, sigla, al, prima: [], dal: '', oggi: [], nomi: [] });
  scriviProvince(perCodice, istat, get);
  for (const [nuovo, ...vecchi] of gruppi(STORIA.FUSIONI)) unisci(get(nuovo), vecchi.map(get), true);
  for (const [nuovo, ...vecchi] of gruppi(STORIA.INCORPORAZIONI)) unisci(get(nuovo), vecchi.map(get), false);
  for (const [codice, nome, il] of STORIA.NOMI) get(codice).nomi.push(`${nome}<${il}`);
  for (const { era, sono, dal = '', vive = false } of STORIA.STATI) {
    for (const stato of codiciDi(sono).map(get)) {
      stato.dal = dal;
      get(era).oggi.push(stato.codice);
    }
    if (!vive && get(era).al === '') throw new Error(`${era} non risulta cessato`);
  }
  return [...perCodice.values()].map(riga).sort();
}

function unisci(nuovo, vecchi, nasce) {
  const [il] = vecchi.map(({ al }) => al);
  const sbagliati = vecchi.filter(
    ({ al, oggi }) => al === '' || oggi.length > 0 || (nasce && Math.abs(anno(al) - anno(il)) > 0),
  );
  if (sbagliati.length > 0) throw new Error(`${nuovo.codice}: ${sbagliati.map(({ codice }) => codice)} non torna`);
  for (const vecchio of vecchi) vecchio.oggi.push(nuovo.codice);
  if (nasce) nuovo.dal = il;
}

function anno(giorno) {
  return Number(giorno.slice(0, 4));
}

function scriviProvince(perCodice, istat, get) {
  for (const [sigla, codici] of Object.entries(STORIA.PROVINCE_DEI_CESSATI))
    for (const codice of codiciDi(codici)) get(codice).sigla = sigla;
  for (const luogo of perCodice.values()) {
    if (luogo.codice.startsWith('Z')) continue;
    const tempi = istat.get(luogo.codice) ?? [];
    luogo.sigla = tempi.at(-1) ?? luogo.sigla;
    luogo.prima = [...primaDel1995(luogo, tempi.find((sigla) => sigla !== '') ?? luogo.sigla), ...cambi(tempi)];
  }
  for (const [codici, prima, sigla, il] of STORIA.PROVINCE_DOPO)
    for (const luogo of codiciDi(codici).map(get)) {
      luogo.sigla = sigla;
      luogo.prima.push(`${prima}<${il}`);
    }
}

/** What ISTAT's columns say changed after 1995. */
function cambi(tempi) {
  return tempi.flatMap((a, i) => {
    const da = tempi[i - 1];
    if (!da || da === a || !a) return [];
    const giorno = STORIA.GIORNI.find((uno) => uno.a === a && (uno.da === undefined || uno.da === da));
    if (!giorno) throw new Error(`da ${da} a ${a}: manca il giorno`);
    return [`${da}<${giorno.il}`];
  });
}

function primaDel1995({ codice, al }, nel1995) {
  const regola = STORIA.PRIMA_DEL_1995.find(({ provincia }) => provincia === nel1995);
  if (!regola || (al !== '' && al <= regola.il)) return [];
  const salvo = Object.entries(regola.salvo ?? {}).find(([, codici]) => codiciDi(codici).includes(codice));
  return [`${salvo?.[0] ?? regola.prima}<${regola.il}`];
}

function riga({ codice, nome, sigla, al, prima, dal, oggi, nomi }) {
  const campi = [codice, nome, sigla, al, prima.join(' '), dal, oggi.join(' '), nomi.join(';')];
  return campi.join('|').replace(/\|+$/, '');
}
