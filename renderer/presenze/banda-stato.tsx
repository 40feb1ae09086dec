import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatMese } from '../../domain/giorno-testo.ts';
import { Riquadro, Vuoto } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import type { GrigliaMese } from './conti.ts';

const t = testi.presenze;

function maiuscola(testo: string): string {
  return testo.charAt(0).toUpperCase() + testo.slice(1);
}

/** Why nothing can be typed, or that a reopened month must be closed again. */
export function BandaStato({ dati }: { dati: GrigliaMese }) {
  if (dati.solaLettura) return <Riquadro tono="info">{t.solaLettura}</Riquadro>;
  if (dati.stato === 'aperto') return null;
  const mese = maiuscola(formatMese(dati.mese));
  const vai = (
    <Link to="/mese/$struttura/$mese" params={{ struttura: dati.struttura.codice, mese: dati.mese }}>
      {t.vaiAlMese}
    </Link>
  );
  return dati.stato === 'chiuso' ? (
    <Riquadro tono="bene" azione={vai}>
      {t.chiuso(mese, dati.revisione)}
    </Riquadro>
  ) : (
    <Riquadro tono="attenzione" azione={vai}>
      {t.riaperto(mese)}
    </Riquadro>
  );
}

/** A month without guests: what to do first. */
export function MeseVuoto({ dati, onNuovo }: { dati: GrigliaMese; onNuovo: (() => void) | undefined }) {
  const navigate = useNavigate();
  return (
    <Vuoto
      titolo={t.vuoto.titolo(formatMese(dati.mese))}
      azioni={
        onNuovo && (
          <>
            <Button onClick={onNuovo}>{t.azioni.nuovoIngresso}</Button>
            <Button variant="default" onClick={() => void navigate({ to: '/importa' })}>
              {t.vuoto.importa}
            </Button>
          </>
        )
      }
    >
      {dati.solaLettura ? t.vuoto.cosaCentrale : t.vuoto.cosa}
    </Vuoto>
  );
}
