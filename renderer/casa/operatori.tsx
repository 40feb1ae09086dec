import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { leggiTesto, scriviGiorno } from '../form/valori.ts';
import { Aggiungi } from '../pannello/aggiungi.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { CellaCorreggi, Tabella } from '../pannello/tabella.tsx';
import { testi } from '../testi/index.ts';
import { ContesePeriodo } from './contese.tsx';
import { CampiPeriodo, leggiPeriodo } from './periodo.tsx';

const t = testi.casa;

type Operatore = Output<'operatori.list'>[number];

interface PropsForm {
  struttura: string;
  /** null: a new one */
  operatore: Operatore | null;
  oggi: Giorno;
  onChiudi: () => void;
}

function OperatoreForm({ struttura, operatore, oggi, onChiudi }: PropsForm) {
  const sospeso = useFormSospeso(`operatore:${operatore?.id ?? `${struttura}:nuovo`}`, {
    defaultValues: {
      nome: operatore?.nome ?? '',
      qualifica: operatore?.qualifica ?? '',
      dal: formatGiornoBreve(operatore?.dal ?? oggi),
      al: scriviGiorno(operatore?.al),
    },
  });
  const { form } = sospeso;
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: operatore?.id ?? null,
    comandi: { registra: 'operatori.save', salva: 'operatori.save' },
    leggi: ({ nome, qualifica, ...periodo }: ReturnType<typeof sospeso.base>) => ({
      ...{ nome: nome.trim(), qualifica: leggiTesto(qualifica) },
      ...(leggiPeriodo(periodo, oggi) ?? { dal: '', al: null }),
    }),
    nuovo: (_v, campi) => ({ struttura, ...campi }),
    frase: ({ nome }) => t.operatoreSalvato(nome.trim()),
    onChiudi,
  });
  return (
    <FormLaterale
      titolo={operatore ? t.correggiOperatore(operatore.nome) : t.aggiungiOperatore}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <ContesePeriodo contese={contese} onScegli={scegli} />
      <TextInput
        label={t.nome}
        description={t.nomeCosa}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.nome?.message}
        {...form.register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
      />
      <TextInput label={t.qualifica} autoComplete="off" {...form.register('qualifica')} />
      <CampiPeriodo control={form.control} oggi={oggi} />
    </FormLaterale>
  );
}

function TabellaOperatori({
  operatori,
  onCorreggi,
}: {
  operatori: readonly Operatore[];
  onCorreggi: ((operatore: Operatore) => void) | null;
}) {
  return (
    <Tabella
      etichetta={t.operatori}
      vuota={t.nessunOperatore}
      colonne={[t.nome, t.qualifica, t.dal, t.al]}
      azioni={onCorreggi !== null}
    >
      {operatori.map((operatore) => (
        <tr key={operatore.id}>
          <th scope="row">{operatore.nome}</th>
          <td>{operatore.qualifica}</td>
          <td className={tabella['intero']}>{t.giorno(operatore.dal)}</td>
          <td className={tabella['intero']}>{operatore.al === null ? '' : t.giorno(operatore.al)}</td>
          <CellaCorreggi
            dice={t.correggiOperatore(operatore.nome)}
            onCorreggi={onCorreggi && (() => onCorreggi(operatore))}
          />
        </tr>
      ))}
    </Tabella>
  );
}

/** Who works or helps here, those who left last. */
export function PannelloOperatori({ struttura, oggi, puo }: { struttura: string; oggi: Giorno; puo: boolean }) {
  const [aperto, setAperto] = useState<{ operatore: Operatore | null } | null>(null);
  const operatori = useEndpoint('operatori.list', { struttura });
  return (
    <Pannello
      titolo={t.operatori}
      azioni={puo && <Aggiungi onClick={() => setAperto({ operatore: null })}>{t.aggiungiOperatore}</Aggiungi>}
    >
      <p className={pannello['cosa']}>{t.operatoriCosa}</p>
      <Lettura di={operatori}>
        {(righe) => (
          <TabellaOperatori operatori={righe} onCorreggi={puo ? (operatore) => setAperto({ operatore }) : null} />
        )}
      </Lettura>
      {aperto && (
        <OperatoreForm
          struttura={struttura}
          operatore={aperto.operatore}
          oggi={oggi}
          onChiudi={() => setAperto(null)}
        />
      )}
    </Pannello>
  );
}
