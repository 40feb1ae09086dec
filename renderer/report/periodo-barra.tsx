import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { type Giorno, giorniDelPeriodo, type Periodo } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { testi } from '../testi/index.ts';
import { comeTipo, formatPeriodo, spostaPeriodo, type TipoPeriodo, tipoDi } from './periodo.ts';
import css from './report.module.css';

const t = testi.report;

interface Props {
  periodo: Periodo;
  oggi: Giorno;
  onPeriodo: (periodo: Periodo) => void;
}

function Frecce({ periodo, tipo, onPeriodo }: Omit<Props, 'oggi'> & { tipo: 'anno' | 'mese' }) {
  return (
    <div className={css['frecce']}>
      <button
        type="button"
        className={css['freccia']}
        aria-label={t.prima[tipo]}
        onClick={() => onPeriodo(spostaPeriodo(periodo, tipo, -1))}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <b aria-live="polite">{formatPeriodo(periodo)}</b>
      <button
        type="button"
        className={css['freccia']}
        aria-label={t.dopo[tipo]}
        onClick={() => onPeriodo(spostaPeriodo(periodo, tipo, 1))}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </div>
  );
}

/** Two dates as people type them (`5/3`, `ieri`); nothing changes until both are good. */
function Date2({ periodo, oggi, onPeriodo }: Props) {
  const [dal, setDal] = useState(formatGiornoBreve(periodo.dal));
  const [al, setAl] = useState(formatGiornoBreve(periodo.al));
  const [errori, setErrori] = useState<{ dal?: string; al?: string }>({});
  const mostra = (e: FormEvent) => {
    e.preventDefault();
    const primo = parseGiorno(dal, oggi);
    const ultimo = parseGiorno(al, oggi);
    if (primo && ultimo && primo <= ultimo) {
      setErrori({});
      setDal(formatGiornoBreve(primo));
      setAl(formatGiornoBreve(ultimo));
      onPeriodo({ dal: primo, al: ultimo });
      return;
    }
    setErrori({
      ...(primo ? {} : { dal: t.dataNonValida }),
      ...(ultimo ? (primo && primo > ultimo ? { al: t.periodoRovescio } : {}) : { al: t.dataNonValida }),
    });
  };
  return (
    <form className={css['date']} onSubmit={mostra} noValidate>
      <TextInput label={t.dal} value={dal} onChange={(e) => setDal(e.currentTarget.value)} error={errori.dal} w={150} />
      <TextInput label={t.al} value={al} onChange={(e) => setAl(e.currentTarget.value)} error={errori.al} w={150} />
      <Button type="submit" variant="default">
        {t.mostra}
      </Button>
    </form>
  );
}

/** The period of a report: a year, a month, or two dates. */
export function PeriodoBarra({ periodo, oggi, onPeriodo }: Props) {
  const [aDate, setADate] = useState(false);
  const tipo: TipoPeriodo = aDate ? 'date' : tipoDi(periodo);
  const id = useId();
  const scegli = (scelto: string) => {
    setADate(scelto === 'date');
    onPeriodo(comeTipo(periodo, scelto as TipoPeriodo));
  };
  return (
    <div className={css['periodo']}>
      <span id={id} className="visually-hidden">
        {t.periodo}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={tipo}
        onChange={scegli}
        transitionDuration={0}
        data={[
          { value: 'anno', label: t.tipoPeriodo.anno },
          { value: 'mese', label: t.tipoPeriodo.mese },
          { value: 'date', label: t.tipoPeriodo.date },
        ]}
      />
      {tipo === 'date' ? (
        <Date2 key={`${periodo.dal} ${periodo.al}`} periodo={periodo} oggi={oggi} onPeriodo={onPeriodo} />
      ) : (
        <Frecce periodo={periodo} tipo={tipo} onPeriodo={onPeriodo} />
      )}
      <span className={css['tenue']}>{t.giorni(giorniDelPeriodo(periodo))}</span>
    </div>
  );
}
