import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { ChiEsce } from '../assenza/uscita-form.tsx';
import { UscitaORientro } from '../assenza/uscita-o-rientro.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { isTastoLibero } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';

const t = testi.oggi;

export type Ospite = Output<'oggi.get'>['ospiti'][number];

/** Nobody goes out; who it is is still to be chosen; somebody does. */
export type Esce = null | 'chi' | ChiEsce;

/** The key U asks who goes out. */
export function useTastoUscita(attivo: boolean, onPremuto: () => void): void {
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (!attivo || e.defaultPrevented || e.key.toLowerCase() !== 'u' || !isTastoLibero(e)) return;
      e.preventDefault();
      onPremuto();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [attivo, onPremuto]);
}

interface Props {
  esce: Esce;
  ospiti: readonly Ospite[];
  oggi: Giorno;
  onCambia: (esce: Esce) => void;
}

/** A leave granted (or a return written) without leaving Oggi: the same form as on the guest's page, prescriptions in sight. */
export function UscitaDaOggi({ esce, ospiti, oggi, onCambia }: Props) {
  if (esce === null) return null;
  const chiudi = () => onCambia(null);
  if (esce === 'chi') return <ScegliChi ospiti={ospiti} onScelto={onCambia} onChiudi={chiudi} />;
  return <UscitaORientro key={esce.ingressoId} chi={esce} oggi={oggi} onChiudi={chiudi} />;
}

interface PropsChi {
  ospiti: readonly Ospite[];
  onScelto: (chi: ChiEsce) => void;
  onChiudi: () => void;
}

/** Some letters of the name, Enter. Who is out is there too: the form that opens is then the return. */
function ScegliChi({ ospiti, onScelto, onChiudi }: PropsChi) {
  const formatNome = useFormatNome();
  const [manca, setManca] = useState(false);
  return (
    <FormLaterale
      titolo={t.uscita}
      azione={t.avanti}
      errore={null}
      inCorso={false}
      onInvia={(e) => {
        e.preventDefault();
        setManca(true);
      }}
      onChiudi={onChiudi}
    >
      <Select
        label={t.chiEsce}
        description={t.chiEsceCosa}
        error={manca ? t.chiEsceManca : undefined}
        data-autofocus
        comboboxProps={{ withinPortal: false }}
        searchable
        selectFirstOptionOnChange
        data={ospiti.map(({ ingressoId, cognome, nome, fuori }) => ({
          value: ingressoId,
          label: fuori ? t.giaFuori(formatNome(cognome, nome)) : formatNome(cognome, nome),
        }))}
        nothingFoundMessage={testi.form.nessunaVoce}
        onChange={(scelto) => {
          const chi = ospiti.find(({ ingressoId }) => ingressoId === scelto);
          if (chi) onScelto(chi);
        }}
      />
    </FormLaterale>
  );
}
