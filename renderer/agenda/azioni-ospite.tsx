import { Modal } from '@mantine/core';
import type { Cartella } from '../ospite/cartella.ts';
import { testi } from '../testi/index.ts';
import { FormAperto, type Nuovo } from './apri.tsx';
import { strutturaDi } from './sezioni-ospite.tsx';

interface Props {
  cartella: Cartella;
  oggi: string;
  onChiudi: () => void;
}

function FormNuovo({ cosa, cartella, oggi, onChiudi }: Props & { cosa: Nuovo }) {
  const struttura = strutturaDi(cartella, oggi);
  const { id, cognome, nome } = cartella;
  if (struttura === undefined)
    return (
      <Modal opened onClose={onChiudi} closeButtonProps={{ 'aria-label': testi.comune.chiudi }}>
        {testi.agenda.ospite.senzaStruttura}
      </Modal>
    );
  return (
    <FormAperto
      aperto={{ nuovo: cosa, giorno: oggi }}
      struttura={struttura}
      oggi={oggi}
      ospite={{ id, cognome, nome }}
      onChiudi={onChiudi}
    />
  );
}

/** A new visit of the guest, from the header of their page. */
export function NuovaVisita(props: Props) {
  return <FormNuovo {...props} cosa="visita" />;
}

/** A new meeting of the guest. */
export function NuovoIncontro(props: Props) {
  return <FormNuovo {...props} cosa="incontro" />;
}
