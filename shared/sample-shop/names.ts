/** Given names and family names to put invented people together from. */
export const givenNames: readonly string[] = [
  'Anouk', 'Bram', 'Carla', 'Daan', 'Elif', 'Femke', 'Gijs', 'Hanna', 'Ibrahim', 'Jasmijn', 'Kees', 'Lotte', 'Mehmet', 'Nadia', 'Olaf', 'Petra',
  'Quinten', 'Rosa', 'Sander', 'Tess', 'Umar', 'Vera', 'Willem', 'Yara', 'Zoë', 'Agnieszka', 'Benoît', 'Chiara', 'Dorota', 'Émile', 'Fatima', 'Giulia',
  'Henk', 'Ingrid', 'João', 'Katarína', 'Lars', 'Maud', 'Niels', 'Oumaima', 'Piotr', 'Renske', 'Søren', 'Tjitske', 'Wouter', 'Youssef', 'Annelies', 'Jürgen',
]

export const familyNames: readonly string[] = [
  'de Jong', 'Jansen', 'van den Berg', 'Bakker', 'Visser', 'Smit', 'Meijer', 'de Boer', 'Mulder', 'Bos', 'Vos', 'Peters', 'Hendriks', 'Dekker', 'Brouwer',
  'de Wit', 'Dijkstra', 'Smeets', 'van Leeuwen', 'Kok', 'Jacobs', 'van der Veen', 'Prins', 'Huisman', 'Postma', 'Kuipers', 'Yılmaz', 'Kaya', 'El Amrani',
  'Bouzid', 'Nowak', 'Kowalska', 'Rossi', 'Ferrari', 'Müller', 'Schäfer', 'Dubois', 'Lefèvre', 'García', 'Silva', 'Andersen', 'Lindqvist', 'Novák', 'Horváth',
  'Ramdin', 'Soerodimedjo', 'Tahapary', "van 't Hof",
]
