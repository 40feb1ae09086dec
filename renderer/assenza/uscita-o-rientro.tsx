import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpointOra } from '../api/index.ts';
import { ConfermaForm } from './conferma-form.tsx';
import { type ChiEsce, RientroForm, UscitaForm } from './uscita-form.tsx';

interface Props {
  chi: ChiEsce;
  oggi: Giorno;
  onChiudi: () => void;
}

/** A guest in the house goes out, as planned for today or before if it was; for who is out already, comes back. */
export function UscitaORientro(props: Props) {
  // as it is now: what was read before the last saving would open the other form
  const { data } = useEndpointOra('assenze.listOspite', { ospiteId: props.chi.ospiteId });
  return data ? <Scelto {...props} righe={data.righe} /> : null;
}

/** What was to be done when it opened: once it is saved the guest is out, or back, and the form must not become the other one. */
function Scelto({ chi, oggi, onChiudi, righe }: Props & { righe: Output<'assenze.listOspite'>['righe'] }) {
  const [aperte] = useState(() =>
    righe.filter((riga) => riga.ingressoId === chi.ingressoId && riga.rientro === null && riga.uscita <= oggi),
  );
  const fuori = aperte.find((riga) => riga.confermata);
  if (fuori) return <RientroForm riga={fuori} oggi={oggi} onChiudi={onChiudi} />;
  const inUscita = aperte.at(-1);
  if (inUscita) return <ConfermaForm riga={inUscita} oggi={oggi} onChiudi={onChiudi} />;
  return <UscitaForm chi={chi} oggi={oggi} onChiudi={onChiudi} />;
}
