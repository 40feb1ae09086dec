import { annoDi, type Mese } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { SalvaCopia } from '../pannello/salva-copia.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { formatIstante, testi } from '../testi/index.ts';
import css from './consegne.module.css';
import type { AnnoConsegne, CellaConsegna } from './consegne-stato.ts';
import type { Scelta } from './tabella-consegne.tsx';

const t = testi.consegne;

type Pacco = Output<'pacchi.list'>[number];

/** The remarks of the cell now (they may follow from other parcels), else those the parcel arrived with. */
function avvisiDi(pacco: Pacco, cella: CellaConsegna | undefined): readonly string[] {
  const inUso = pacco.stato === 'applicato' && cella?.revisione === pacco.revisione;
  return inUso && cella ? cella.avvisi : pacco.avvisi;
}

function SchedaPacco({ pacco, cella, oggi }: { pacco: Pacco; cella: CellaConsegna | undefined; oggi: string }) {
  const scrivi = useTestoDiscreto();
  const avvisi = avvisiDi(pacco, cella);
  return (
    <li className={css['schedaPacco']}>
      <h3>{t.pacco(pacco.mese, pacco.revisione)}</h3>
      <p className={css['tenue']}>{t.importato(formatIstante(pacco.createdAtMs, oggi), pacco.numero)}</p>
      <p className={css['tenue']}>{pacco.stato === 'superato' ? t.superato : t.applicato}</p>
      {avvisi.length > 0 && (
        <div className={css['avvisi']}>
          <b>{t.avvisi(avvisi.length)}</b>
          <ul>
            {avvisi.map((avviso) => (
              <li key={avviso}>{scrivi(avviso)}</li>
            ))}
          </ul>
        </div>
      )}
      <details className={css['impronta']}>
        <summary>{t.impronta}</summary>
        {pacco.sha256}
      </details>
      <SalvaCopia id={pacco.id} size="compact-sm" aria-label={testi.mese.salvaCopiaDi(pacco.nomeFile)}>
        {t.salvaCopia}
      </SalvaCopia>
    </li>
  );
}

function vuotoDi(mese: Mese | null, ultimoDovuto: Mese): string {
  if (mese === null) return t.nessunPaccoAnno;
  return mese > ultimoDovuto ? t.nonDovuto(mese) : t.nessunPacco(mese);
}

interface Props {
  anno: AnnoConsegne;
  scelta: Scelta | null;
  oggi: string;
}

/** The parcels of the chosen cell, or of the chosen struttura's year, with their remarks. */
export function PannelloPacchi({ anno, scelta, oggi }: Props) {
  if (!scelta) {
    return (
      <Pannello titolo={t.pannello}>
        <p className={css['frase']}>{t.pannelloVuoto}</p>
      </Pannello>
    );
  }
  return <PacchiScelti key={`${scelta.struttura} ${scelta.mese}`} anno={anno} scelta={scelta} oggi={oggi} />;
}

function PacchiScelti({ anno, scelta, oggi }: Props & { scelta: Scelta }) {
  const { struttura, mese } = scelta;
  const { data, error, refetch } = useEndpoint('pacchi.list', { struttura, anno: anno.anno });
  const riga = anno.righe.find((r) => r.struttura === struttura);
  const nome = riga?.nome ?? struttura;
  const pacchi = (data ?? [])
    .filter((p) => p.verso === 'ricevuto' && (mese === null ? annoDi(p.mese) === anno.anno : p.mese === mese))
    .sort((a, b) => (a.mese === b.mese ? b.revisione - a.revisione : a.mese < b.mese ? -1 : 1));
  return (
    <Pannello titolo={mese === null ? t.pannelloStruttura(nome, anno.anno) : t.pannelloCella(nome, mese)}>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={3} testo={testi.comune.caricamento} />}
      {data && pacchi.length === 0 && <p className={css['frase']}>{vuotoDi(mese, anno.ultimoDovuto)}</p>}
      <ul className={css['schede']}>
        {pacchi.map((pacco) => (
          <SchedaPacco
            key={pacco.id}
            pacco={pacco}
            cella={riga?.celle.find((c) => c.mese === pacco.mese)}
            oggi={oggi}
          />
        ))}
      </ul>
      {mese !== null && pacchi.length > 0 && (
        <LinkBottone to="/presenze/$struttura/$mese" params={{ struttura, mese }}>
          {t.apriPresenze}
        </LinkBottone>
      )}
    </Pannello>
  );
}
