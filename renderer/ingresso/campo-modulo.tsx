import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { type Apertura, aperteInsieme, isAperta } from '../../domain/apertura.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { tabellaCodici } from '../../domain/presenza.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { postiLiberi } from './posti-liberi.ts';

const t = testi.ingresso;

interface Props {
  label?: string;
  struttura: string;
  /** the day the free places are of; undefined while no date is understood */
  giorno: Giorno | undefined;
  /** the empty choice; undefined where a modulo must be chosen */
  vuoto?: string;
  /** codice of the one chosen: it stays in the menu, marked, also on a day it is closed */
  scelto: string;
  error: string | undefined;
  campo: UseFormRegisterReturn;
}

/** The moduli of a struttura open on the day, each with its free places. */
export function CampoModulo({ label = t.modulo, struttura, giorno, vuoto, scelto, error, campo }: Props) {
  const strutture = useEndpoint('strutture.list', {}).data;
  const mese = useEndpoint(
    'presenze.getMese',
    { struttura, mese: giorno ? meseDi(giorno) : '' },
    { enabled: giorno !== undefined && struttura !== '' },
  ).data;
  const tabella = useMemo(() => (mese ? tabellaCodici(mese.codici) : undefined), [mese]);
  const casa = strutture?.find((s) => s.codice === struttura);
  const aperto = (m: Apertura) => giorno === undefined || !casa || isAperta(aperteInsieme(m, casa), giorno);
  const moduli = casa?.moduli.filter((m) => m.codice === scelto || aperto(m)) ?? [];
  const posti = (codice: string) => {
    if (!mese || !tabella || !giorno) return '';
    const { liberi, su } = postiLiberi(mese, tabella, codice, giorno);
    return su === 0 ? '' : t.postiLiberi(liberi, su);
  };
  return (
    <NativeSelect label={label} error={error} {...campo}>
      <option value="">{vuoto ?? t.scegli}</option>
      {moduli.map((m) => (
        <option key={m.codice} value={m.codice}>
          {t.moduloVoce(m.tipologia, m.nome, aperto(m) ? posti(m.codice) : t.moduloChiuso)}
        </option>
      ))}
    </NativeSelect>
  );
}
