import { giorniDelMese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import foglioCarta from '../pannello/carta.module.css';
import { formatNumero, formatPercento, testi } from '../testi/index.ts';
import css from './foglio.module.css';
import { type Foglio, foglioDi, type Griglia, paginaRighe } from './foglio-righe.ts';
import { TabellaFoglio } from './foglio-tabella.tsx';

const t = testi.foglio;

type Bilancio = Output<'mesi.check'>['bilancio'];

interface Carta {
  griglia: Griglia;
  bilancio: Bilancio;
  /** who prints and when, in words */
  stampa: string;
  /** when the month was closed, in words; null while it is open */
  chiuso: string | null;
}

function Testata({ carta, pagina, pagine }: { carta: Carta; pagina: number; pagine: number }) {
  const { griglia, chiuso } = carta;
  return (
    <div className={css['testa']}>
      <div>
        <b className={css['struttura']}>{griglia.struttura.nome}</b> <span>{griglia.struttura.codice}</span>
      </div>
      <div className={css['mese']}>
        {t.intestazione}, <b>{formatMese(griglia.mese)}</b>
      </div>
      <div className={css['destra']}>
        {chiuso === null ? <b>{t.bozza}</b> : t.revisione(griglia.revisione)}
        {', '}
        {t.pagina(pagina, pagine)}
      </div>
    </div>
  );
}

function Legenda({ griglia }: { griglia: Griglia }) {
  return (
    <p className={css['legenda']}>
      <b>{t.legenda}:</b>
      {griglia.codici.map((c) => (
        <span key={c.voce}>
          <b>{c.voce}</b> {c.etichetta}
        </span>
      ))}
      <span>
        <b>□</b> {t.mancante}
      </span>
      <span>
        <i className={css['tratteggio']} aria-hidden /> {t.fuori}
      </span>
    </p>
  );
}

function Numeri({ bilancio }: { bilancio: Bilancio }) {
  const voci: readonly (readonly [string, string])[] = [
    [t.presentiInizio, formatNumero(bilancio.presentiInizio)],
    [t.ingressi, formatNumero(bilancio.ingressi)],
    [t.dimessi, formatNumero(bilancio.dimessi)],
    [t.presentiFine(giorniDelMese(bilancio.mese)), formatNumero(bilancio.presentiFine)],
    [t.giornatePresenza, formatNumero(bilancio.giornatePresenza)],
    [t.giornatePagate, formatNumero(bilancio.giornatePagate)],
    [t.giornateOccupate, formatNumero(bilancio.giornateOccupate)],
    [t.giorniMancanti, formatNumero(bilancio.giorniMancanti)],
    [t.saturazione, formatPercento(bilancio.saturazioneAccreditati)],
  ];
  return (
    <dl className={css['numeri']} aria-label={t.bilancio}>
      {voci.map(([nome, valore]) => (
        <div key={nome}>
          <dt>{nome}</dt>
          <dd>{valore}</dd>
        </div>
      ))}
    </dl>
  );
}

function Firma() {
  return (
    <div className={css['firma']}>
      <span className={css['rigaFirma']}>{t.luogo}</span>
      <span className={css['rigaFirma']}>{t.firma}</span>
    </div>
  );
}

function Pagina({
  carta,
  foglio,
  righe,
  pagina,
  pagine,
}: {
  carta: Carta;
  foglio: Foglio;
  righe: Foglio['righe'];
  pagina: number;
  pagine: number;
}) {
  const ultima = pagina === pagine;
  return (
    <section className={`${foglioCarta['foglio']} ${css['carta']}`} aria-label={t.pagina(pagina, pagine)}>
      {carta.chiuso === null && (
        <div className={css['filigrana']} aria-hidden>
          <span>{t.bozza}</span>
        </div>
      )}
      <Testata carta={carta} pagina={pagina} pagine={pagine} />
      <TabellaFoglio foglio={foglio} righe={righe} ultima={ultima} />
      <Legenda griglia={carta.griglia} />
      {ultima && (
        <div className={css['fine']}>
          <Numeri bilancio={carta.bilancio} />
          <Firma />
        </div>
      )}
      <div className={css['piede']}>
        <span>{carta.chiuso}</span>
        <span>{carta.stampa}</span>
      </div>
    </section>
  );
}

/** The whole foglio, page after page, as it comes out of the printer. */
export function FoglioCarta(carta: Carta) {
  const foglio = foglioDi(carta.griglia);
  const pagine = paginaRighe(foglio.righe);
  return (
    <>
      {pagine.map((righe, i) => (
        <Pagina
          key={righe[0]?.ingressoId ?? 'vuota'}
          carta={carta}
          foglio={foglio}
          righe={righe}
          pagina={i + 1}
          pagine={pagine.length}
        />
      ))}
    </>
  );
}
