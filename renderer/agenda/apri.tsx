import { useEffect, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint, useEndpointOra } from '../api/index.ts';
import type { OspiteAltro } from '../form/campo-ospiti.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useTogli } from '../form/use-togli.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { FormAttivita, usePresenti } from './form-attivita.tsx';
import { FormFatta } from './form-fatta.tsx';
import { FormIncontro } from './form-incontro.tsx';
import { FormRipeti } from './form-ripeti.tsx';
import { FormVisita } from './form-visita.tsx';

const t = testi.agenda;

export type RigaAgenda = Output<'agenda.list'>['righe'][number];
/** What of a line is enough to open it. */
export type DaAprire = Pick<RigaAgenda, 'genere' | 'id' | 'data' | 'gruppoId' | 'scritta'>;
export type Nuovo = 'visita' | 'incontro' | 'attivita';

/** Which form is open: a new one, or a line of the agenda (`fatto`: to say that it was done). */
export type Aperto =
  | { readonly nuovo: Nuovo; readonly giorno: Giorno }
  | { readonly riga: DaAprire; readonly fatto: boolean };

interface Props {
  aperto: Aperto;
  struttura: string;
  oggi: Giorno;
  /** whose a new one is: the guest's page */
  ospite?: OspiteAltro | undefined;
  onChiudi: () => void;
}

interface PropsRiga extends Omit<Props, 'aperto' | 'ospite'> {
  riga: DaAprire;
  fatto: boolean;
}

/** A form that cannot open says why, and is closed. Once it is open it stays: what is taken away from it is no error. */
function useChiudiSeErrore({ data, error }: { data: unknown; error: unknown }, onChiudi: () => void): void {
  const errore = data === undefined ? error : null;
  useEffect(() => {
    if (!errore) return;
    avvisaErrore(errore);
    onChiudi();
  }, [errore, onChiudi]);
}

function VisitaAperta({ riga, fatto, struttura, oggi, onChiudi }: PropsRiga) {
  const [ripete, setRipete] = useState(false);
  const letta = useEndpointOra('visite.get', { id: riga.id });
  const { data } = letta;
  useChiudiSeErrore(letta, onChiudi);
  const { togli } = useTogli('visite.remove', t.visita.tolta, onChiudi);
  if (!data) return null;
  if (fatto) return <FormFatta visita={data} oggi={oggi} onChiudi={onChiudi} />;
  if (ripete) return <FormRipeti visita={data} oggi={oggi} onChiudi={onChiudi} />;
  const azioni = { onRipeti: () => setRipete(true), onTogli: () => togli(data.id) };
  return (
    <FormVisita
      struttura={data.struttura || struttura}
      oggi={oggi}
      giorno={data.data}
      visita={data}
      azioni={azioni}
      onChiudi={onChiudi}
    />
  );
}

function IncontroAperto({ riga, fatto, struttura, oggi, onChiudi }: PropsRiga) {
  const letta = useEndpointOra('incontri.get', { id: riga.id });
  const { data } = letta;
  useChiudiSeErrore(letta, onChiudi);
  const { togli } = useTogli('incontri.remove', t.incontro.tolto, onChiudi);
  if (!data) return null;
  return (
    <FormIncontro
      struttura={data.struttura || struttura}
      oggi={oggi}
      giorno={data.data}
      incontro={data}
      fatto={fatto}
      onTogli={() => togli(data.id)}
      onChiudi={onChiudi}
    />
  );
}

function AttivitaAperta({ riga, fatto, struttura, oggi, onChiudi }: PropsRiga) {
  const letta = useEndpointOra('attivita.get', { id: riga.id });
  const { data } = letta;
  useChiudiSeErrore(letta, onChiudi);
  const { togli } = useTogli('attivita.remove', t.attivita.tolta, onChiudi);
  if (!data) return null;
  return (
    <FormAttivita
      struttura={data.struttura || struttura}
      oggi={oggi}
      giorno={data.data}
      attivita={data}
      fatto={fatto}
      onTogli={() => togli(data.id)}
      onChiudi={onChiudi}
    />
  );
}

/** The next meeting of a weekly group, that nobody has written yet: with who was there last time, of those who are there. */
function PropostaAperta({ riga, fatto, struttura, oggi, onChiudi }: PropsRiga) {
  const gruppi = useEndpoint('gruppi.list', { struttura });
  useChiudiSeErrore(gruppi, onChiudi);
  const registra = useCommand('attivita.register');
  const salvato = useSalvato();
  const gruppo = gruppi.data?.find(({ id }) => id === riga.gruppoId);
  const ultimi = useEndpoint('attivita.listUltimi', { struttura, prima: riga.data, gruppoId: riga.gruppoId }).data;
  const presenti = usePresenti(struttura, riga.data);
  if (!gruppo || !ultimi || presenti === undefined) return null;
  const partecipanti = ultimi.ospiti.map(({ id }) => id).filter((id) => presenti.has(id));
  const { id: gruppoId, area, titolo, ora } = gruppo;
  const nonSiTiene = () =>
    registra.mutate(
      { struttura, gruppoId, area, titolo, ora, data: riga.data, stato: 'annullato', ospiti: [] },
      {
        onSuccess: (esito) => {
          salvato(t.attivita.nonSiTieneSalvato, esito);
          onChiudi();
        },
        onError: avvisaErrore,
      },
    );
  return (
    <FormAttivita
      struttura={struttura}
      oggi={oggi}
      giorno={riga.data}
      gruppo={gruppo}
      partecipanti={partecipanti}
      fatto={fatto}
      onTogli={nonSiTiene}
      onChiudi={onChiudi}
    />
  );
}

/** The form that is open. */
export function FormAperto({ aperto, struttura, oggi, ospite, onChiudi }: Props) {
  const comune = { struttura, oggi, onChiudi };
  if ('nuovo' in aperto) {
    const { nuovo, giorno } = aperto;
    if (nuovo === 'visita') return <FormVisita {...comune} giorno={giorno} ospite={ospite} />;
    if (nuovo === 'incontro') return <FormIncontro {...comune} giorno={giorno} ospite={ospite} />;
    return <FormAttivita {...comune} giorno={giorno} />;
  }
  const { riga, fatto } = aperto;
  if (riga.genere === 'visita') return <VisitaAperta {...comune} riga={riga} fatto={fatto} />;
  if (riga.genere === 'incontro') return <IncontroAperto {...comune} riga={riga} fatto={fatto} />;
  if (riga.genere === 'attivita' && riga.scritta) return <AttivitaAperta {...comune} riga={riga} fatto={fatto} />;
  if (riga.genere === 'attivita') return <PropostaAperta {...comune} riga={riga} fatto={fatto} />;
  return null;
}
