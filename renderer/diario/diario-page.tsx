import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Pannello } from '../pannello/pannello.tsx';
import { Pagina } from '../shell/pagina.tsx';
import type { Tasto } from '../shell/pagina-store.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Letto } from './letto.tsx';
import { type DaLeggere, RigheDiario } from './righe-diario.tsx';
import { Scrivi } from './scrivi.tsx';

const t = testi.diario;
const TASTI: readonly Tasto[] = [
  { tasti: 'Ctrl Invio', testo: t.tastoSalva },
  { tasti: 'L', testo: t.segnaLette },
];

/** `#/diario/:struttura`: what happened and what the next shift has to know. */
export function DiarioPage() {
  const { struttura = '' } = useParams({ strict: false });
  const oggi = useSessione()?.oggi;
  const [daLeggere, setDaLeggere] = useState<DaLeggere | null>(null);
  if (oggi === undefined) return null;
  return (
    <Pagina titolo={t.titolo} piena tasti={TASTI} azioni={<Letto struttura={struttura} daLeggere={daLeggere} />}>
      <Pannello titolo={t.scriviTitolo}>
        <Scrivi key={struttura} struttura={struttura} oggi={oggi} />
      </Pannello>
      <RigheDiario
        key={`righe ${struttura}`}
        struttura={struttura}
        doveScrivere={struttura}
        oggi={oggi}
        onLetto={setDaLeggere}
      />
    </Pagina>
  );
}
