import { Button } from '@mantine/core';
import { IconCopy, IconDownload, IconPackageExport } from '@tabler/icons-react';
import type { Mese } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint, useLavoro } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { SalvaCopia } from '../pannello/salva-copia.tsx';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { avvisa, ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { markAppunti } from '../stanza/appunti.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './mese.module.css';
import type { Pacco } from './mese-stato.ts';

const t = testi.mese;

type Esportato = Output<'pacchi.export'>;

function copia(percorso: string): void {
  markAppunti();
  navigator.clipboard.writeText(percorso).then(
    () => avvisa(t.copiato),
    () => avvisa(t.nonCopiato, 'attenzione'),
  );
}

interface Fatti {
  nomeFile: string;
  numero: number;
  revisione: number;
  sha256: string;
  percorso: string | null;
}

/** What identifies the parcel, to be read or checked on the other side. */
function FattiPacco({ fatti }: { fatti: Fatti }) {
  const { nomeFile, numero, revisione, sha256, percorso } = fatti;
  return (
    <dl className={css['fatti']}>
      <dt>{t.paccoFile}</dt>
      <dd>{nomeFile}</dd>
      {percorso !== null && (
        <>
          <dt>{t.paccoDove}</dt>
          <dd>
            <span className={css['percorso']}>{percorso}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => copia(percorso)}
            >
              {t.copiaPercorso}
            </Button>
          </dd>
        </>
      )}
      <dt>{t.paccoNumero}</dt>
      <dd>{numero}</dd>
      <dt>{t.paccoRevisione}</dt>
      <dd>{revisione}</dd>
      <dt>{t.paccoImpronta}</dt>
      <dd className={css['impronta']}>{sha256}</dd>
    </dl>
  );
}

function fattiDi(pacco: Pacco | undefined, esportato: Esportato | undefined): Fatti | null {
  if (esportato) return { ...esportato, nomeFile: esportato.file };
  return pacco ? { ...pacco, percorso: null } : null;
}

/** Without the central office's key nothing can be sealed: said before the button is pressed. */
function SenzaChiave() {
  return (
    <Riquadro tono="attenzione" azione={<LinkBottone to="/impostazioni">{t.registraChiave}</LinkBottone>}>
      {t.senzaChiave}
    </Riquadro>
  );
}

interface Props {
  struttura: string;
  mese: Mese;
  revisione: number;
  pacco: Pacco | undefined;
  oggi: string;
}

/** The parcel of the closed month: made, where it was written, another copy of it. */
export function PaccoMese({ struttura, mese, revisione, pacco, oggi }: Props) {
  const lavoro = useLavoro();
  const esporta = useCommand('pacchi.export', { lavoro });
  const chiavi = useEndpoint('chiavi.list', {});
  const conChiave = chiavi.data?.some((c) => c.ruolo === 'centrale') ?? true;
  // an export made in this page of another revision or month says nothing of this one
  const risposta = esporta.data;
  const esportato = risposta?.mese === mese && risposta.revisione === revisione ? risposta : undefined;
  const fatti = fattiDi(pacco, esportato);
  const id = esportato?.id ?? pacco?.id;
  return (
    <Pannello titolo={t.pacco} accanto={pacco ? t.preparato(formatIstante(pacco.createdAtMs, oggi)) : undefined}>
      <div className={css['colonna']}>
        {!fatti && !conChiave && <SenzaChiave />}
        {!fatti && conChiave && <p className={css['frase']}>{t.paccoDaFare}</p>}
        {esportato && <Riquadro tono="bene">{t.paccoPronto}</Riquadro>}
        {esporta.error && !esporta.isPending && <ErroreInPagina errore={esporta.error} />}
        <Avanzamento lavoro={lavoro} />
        {fatti && <FattiPacco fatti={fatti} />}
        <div className={css['bottoni']}>
          {!esportato && (
            <Button
              variant={fatti ? 'default' : 'filled'}
              disabled={!fatti && !conChiave}
              leftSection={<IconPackageExport size={16} aria-hidden />}
              loading={esporta.isPending}
              onClick={() => esporta.mutate({ struttura, mese })}
            >
              {fatti ? t.esportaDiNuovo : t.esporta}
            </Button>
          )}
          {id !== undefined && (
            <SalvaCopia id={id} icona={<IconDownload size={16} aria-hidden />}>
              {t.salvaCopia}
            </SalvaCopia>
          )}
        </div>
      </div>
    </Pannello>
  );
}
