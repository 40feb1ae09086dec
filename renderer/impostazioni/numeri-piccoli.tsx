import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useEndpoint } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const t = testi.anonimato;

/** The first count of persons that is written in tables that leave the office. */
export function NumeriPiccoli() {
  const { data } = useEndpoint('numeriPiccoli.get', {});
  const salva = useCommand('numeriPiccoli.save');
  const [scritta, setScritta] = useState<number | null>(null);
  const soglia = scritta ?? data?.soglia ?? 5;
  const fatto = () => {
    markSaved();
    avvisa(t.sogliaSalvata);
  };
  return (
    <Pannello titolo={t.soglia}>
      <p className={pannello['cosa']}>{t.sogliaCosa}</p>
      <Group gap={8} align="end">
        <NumberInput
          label={t.sogliaCampo}
          min={1}
          max={50}
          allowDecimal={false}
          clampBehavior="strict"
          w={180}
          value={soglia}
          onChange={(valore) => setScritta(Number(valore) || 1)}
        />
        <Button
          variant="default"
          disabled={data === undefined || soglia === data.soglia}
          loading={salva.isPending}
          onClick={() => salva.mutate({ soglia }, { onSuccess: fatto, onError: avvisaErrore })}
        >
          {t.sogliaSalva}
        </Button>
      </Group>
    </Pannello>
  );
}
