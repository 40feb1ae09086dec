import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ScegliFile } from '../file/scegli-file.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { Riquadro } from '../shell/avvisi.tsx';
import { useSessione } from '../shell/sessione.ts';
import { formatNumero, testi } from '../testi/index.ts';
import { ErroriFoglio } from './errori-foglio.tsx';
import { CONTI, type Conti, type EsitoFoglio, type RigaConti, righeConti, totaleConti } from './esito-foglio.ts';
import css from './importa.module.css';
import type { ImportazioneFoglio, Passo } from './importazione-foglio.ts';

const t = testi.importa;

function CelleConti({ conti }: { conti: Conti }) {
  return CONTI.map((conto) => (
    <td key={conto} className={tabella['numero']} data-conto={conto} data-zero={conti[conto] === 0 || undefined}>
      {formatNumero(conti[conto])}
    </td>
  ));
}

function TabellaConti({ righe, titolo }: { righe: readonly RigaConti[]; titolo: string }) {
  return (
    <Scorrevole>
      <table className={`${tabella['tabella']} ${css['conti']}`} aria-label={titolo}>
        <thead>
          <tr>
            <th scope="col">{t.foglio}</th>
            {CONTI.map((conto) => (
              <th key={conto} scope="col" className={tabella['numero']}>
                {t[conto]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {righe.map((riga) => (
            <tr key={riga.foglio}>
              <th scope="row">{riga.foglio}</th>
              <CelleConti conti={riga} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.totale}</th>
            <CelleConti conti={totaleConti(righe)} />
          </tr>
        </tfoot>
      </table>
    </Scorrevole>
  );
}

/** What the sheets hold that was not asked for, and what to look at. */
function Note({ esito }: { esito: EsitoFoglio }) {
  const scrivi = useTestoDiscreto();
  const ignorate = Object.entries(esito.colonneIgnorate).filter(([, colonne]) => colonne.length > 0);
  return (
    <>
      {ignorate.length > 0 && (
        <Pannello titolo={t.ignorate}>
          <ul className={css['elenco']}>
            {ignorate.map(([foglio, colonne]) => (
              <li key={foglio}>{t.ignorateDi(foglio, colonne)}</li>
            ))}
          </ul>
        </Pannello>
      )}
      {esito.avvisi.length > 0 && (
        <Pannello titolo={t.avvisi} accanto={formatNumero(esito.avvisi.length)}>
          <Scorrevole className={css['scorre']}>
            <ul className={css['elenco']}>
              {esito.avvisi.map((avviso) => (
                <li key={avviso}>{scrivi(avviso)}</li>
              ))}
            </ul>
          </Scorrevole>
        </Pannello>
      )}
    </>
  );
}

function FraseAnteprima({ totale }: { totale: Conti }) {
  const cambia = totale.inseriti + totale.aggiornati;
  if (cambia === 0 && totale.scartati > 0) return <Riquadro tono="male">{t.soloErrori}</Riquadro>;
  if (cambia === 0) return <Riquadro tono="info">{t.nienteDaFare}</Riquadro>;
  return totale.scartati > 0 ? <Riquadro tono="attenzione">{t.conErrori(totale.scartati)}</Riquadro> : null;
}

type ConAnteprima = Extract<Passo, { passo: 'anteprima' | 'importazione' }>;

/** What the workbook would change, row errors included; nothing is written yet. */
export function AnteprimaFoglio({ stato, importazione }: { stato: ConAnteprima; importazione: ImportazioneFoglio }) {
  const { esito, scelta } = stato;
  const righe = righeConti(esito);
  const totale = totaleConti(righe);
  const cambia = totale.inseriti + totale.aggiornati;
  const occupato = stato.passo === 'importazione';
  const detto = stato.passo === 'anteprima' ? stato.detto : undefined;
  const inizio = useRef<HTMLDivElement>(null);
  useEffect(() => inizio.current?.focus(), []);
  return (
    <>
      <div ref={inizio} tabIndex={-1} className={css['inizio']}>
        <Pannello
          titolo={t.anteprima}
          accanto={t.scelti(scelta.letti.map((f) => f.nome))}
          azioni={
            <>
              <ScegliFile accetta=".xlsx,.csv" disabled={occupato} onFile={(dati) => void importazione.controlla(dati)}>
                {t.altri}
              </ScegliFile>
              {cambia > 0 && (
                <Button
                  loading={occupato}
                  leftSection={<IconFileImport size={16} aria-hidden />}
                  onClick={() => void importazione.importa()}
                >
                  {t.importa(cambia)}
                </Button>
              )}
            </>
          }
        >
          <p className={css['cosa']}>
            {t.anteprimaCosa}{' '}
            {scelta.lasciati > 0 && testi.file.lasciati(scelta.lasciati, scelta.lasciati === 1 ? t.tipo : t.tipi)}
          </p>
          {detto && <Riquadro tono={detto.tono}>{detto.testo}</Riquadro>}
          <FraseAnteprima totale={totale} />
          <Avanzamento lavoro={importazione.lavoro} />
          <TabellaConti righe={righe} titolo={t.anteprima} />
        </Pannello>
      </div>
      <ErroriFoglio errori={esito.errori} />
      <Note esito={esito} />
    </>
  );
}

/** What the import has really done, and where to go on. */
export function FoglioImportato({ esito, onAltro }: { esito: EsitoFoglio; onAltro: () => void }) {
  const sessione = useSessione();
  const righe = righeConti(esito);
  const totale = totaleConti(righe);
  const detto = useRef<HTMLDivElement>(null);
  useEffect(() => detto.current?.focus(), []);
  return (
    <>
      <div ref={detto} tabIndex={-1} className={css['inizio']}>
        <Pannello
          titolo={t.risultato}
          azioni={
            <>
              <Button variant="default" onClick={onAltro}>
                {t.ricomincia}
              </Button>
              {sessione?.ruolo === 'centrale' ? (
                <LinkBottone to="/report/$report" params={{ report: 'giornate' }} variant="filled">
                  {t.vaiReport}
                </LinkBottone>
              ) : (
                <LinkBottone to="/presenze" variant="filled">
                  {t.vaiPresenze}
                </LinkBottone>
              )}
            </>
          }
        >
          <Riquadro tono={totale.scartati > 0 ? 'attenzione' : 'bene'}>
            {t.fatto(totale.inseriti, totale.aggiornati)} {totale.scartati > 0 && t.fattoConErrori(totale.scartati)}
          </Riquadro>
          <TabellaConti righe={righe} titolo={t.risultato} />
        </Pannello>
      </div>
      <ErroriFoglio errori={esito.errori} />
      <Note esito={esito} />
    </>
  );
}
