import { useEffect, useState } from 'react';
import { loadDictionary, type Dictionary } from '../dicom/dictionary';

/** The data dictionary; null while it is on its way. */
export function useDictionary(): Dictionary | null {
  const [dictionary, setDictionary] = useState<Dictionary | null>(null);
  useEffect(() => {
    void loadDictionary().then(setDictionary);
  }, []);
  return dictionary;
}
