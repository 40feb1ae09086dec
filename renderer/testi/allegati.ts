import { formatNumero } from './numero.ts';

/** Files kept with a guest, and the photograph. */
export const allegati = {
  titolo: 'Documenti',
  nessuno: 'Nessun documento. Si aggiunge con il bottone qui sopra: scansioni, consensi, relazioni ricevute.',
  aggiungi: 'Aggiungi un documento…',
  aggiungiTitolo: 'Un nuovo documento',
  correggiTitolo: 'Correggere i dati del documento',
  correggiDi: (titolo: string) => `Correggi «${titolo}»`,
  togli: 'Togli',
  togliDi: (titolo: string) => `Togli «${titolo}»`,
  tipi: {
    documento: 'Documento di identità',
    consenso: 'Consenso o informativa firmata',
    sanitario: 'Sanitario',
    giuridico: 'Giudiziario',
    relazione: 'Relazione',
    altro: 'Altro',
  } as Readonly<Record<string, string>>,
  tipo: 'Tipo',
  che: 'Che documento è',
  cheCosa: 'Per esempio: «carta d’identità», «esito del prelievo».',
  file: 'File',
  scegli: 'Scegli il file…',
  fileCosa: 'JPEG, PNG, WebP, PDF, DOCX, ODT o TXT, fino a 10 MB. Resta cifrato nell’archivio.',
  data: 'Data del documento',
  scadenza: 'Scadenza',
  scadenzaCosa: 'Vuoto: non scade. Se scade, compare tra le scadenze.',
  mancaTitolo: 'Scrivere che documento è.',
  mancaFile: 'Scegliere il file.',
  grande: 'Il file supera i 10 MB: ridurlo, o dividerlo in più file.',
  illeggibile: 'Il file non si legge: controllare che ci sia ancora e sceglierlo di nuovo.',
  salvato: 'Documento salvato.',
  tolto: 'Documento tolto.',
  pagina: (n: number, di: number) => `pagina ${n} di ${di}`,
  paginaDi: (n: number, di: number, titolo: string) => `${titolo}, pagina ${n} di ${di}`,
  statoPagina: {
    attesa: ', si disegna…',
    disegnata: '',
    guasta: ': non si legge qui, salvare il documento e aprirlo con un altro programma.',
  },
  pdfGuasto:
    'Questo PDF non si può mostrare qui, perché è rovinato o protetto da una password: salvarlo e aprirlo con un altro programma.',
  altrePagine: (n: number) =>
    n === 1
      ? 'C’è un’altra pagina: per leggerla, salvare il documento.'
      : `Ci sono altre ${n} pagine: per leggerle, salvare il documento.`,
  guarda: 'Guarda',
  guardaDi: (titolo: string) => `Guarda «${titolo}»`,
  salva: 'Salva una copia',
  salvaDi: (titolo: string) => `Salva una copia di «${titolo}»`,
  salvaCosa: 'La copia esce dall’archivio in chiaro: chi la apre la legge. Resta scritto chi l’ha salvata.',
  consegnato: (nome: string) => `${nome} consegnato per il salvataggio.`,
  nonMostrabile: 'Questo tipo di file non si mostra qui: salvarne una copia per aprirlo.',
  dimensione: (byte: number) =>
    byte < 1024 * 1024
      ? `${formatNumero(Math.max(1, Math.round(byte / 1024)))} kB`
      : `${formatNumero(Math.round(byte / 1024 / 1024))} MB`,
  scaduto: (giorno: string) => `scaduto il ${giorno}`,
  scade: (giorno: string) => `scade il ${giorno}`,
  aggiunto: (giorno: string) => `aggiunto il ${giorno}`,
  foto: 'Fotografia',
  fotoDi: (nome: string) => `Fotografia di ${nome}`,
  fotoMetti: 'Metti una fotografia…',
  fotoCambia: 'Cambia la fotografia…',
  fotoTogli: 'Togli la fotografia',
  fotoSalvata: 'Fotografia salvata.',
  fotoTolta: 'Fotografia tolta.',
  fotoIlleggibile: 'L’immagine non si legge: usare un file JPEG, PNG o WebP.',
};
