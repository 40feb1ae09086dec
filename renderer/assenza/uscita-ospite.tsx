import { FormLaterale } from '../form/form-laterale.tsx';
import type { PropsAzione } from '../ospite/azioni.tsx';
import { isInCorso } from '../ospite/cartella.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { UscitaORientro } from './uscita-o-rientro.tsx';

const t = testi.assenze;

/** The key U of the guest's page: goes out, or, for who is out, comes back. */
export function UscitaOspite({ cartella, oggi, onChiudi }: PropsAzione) {
  const formatNome = useFormatNome();
  const permanenza = cartella.permanenze.find((p) => isInCorso(p, oggi));
  if (!permanenza) {
    return (
      <FormLaterale
        titolo={t.uscitaDi(formatNome(cartella.cognome, cartella.nome))}
        azione={testi.comune.chiudi}
        errore={null}
        inCorso={false}
        onInvia={(e) => {
          e.preventDefault();
          onChiudi();
        }}
        onChiudi={onChiudi}
      >
        <p>{t.nonPresente}</p>
      </FormLaterale>
    );
  }
  const { cognome, nome, id } = cartella;
  const chi = { ingressoId: permanenza.ingressoId, ospiteId: id, cognome, nome };
  return <UscitaORientro chi={chi} oggi={oggi} onChiudi={onChiudi} />;
}
