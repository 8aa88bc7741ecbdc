import { Checkbox, Text } from '@mantine/core'

interface RenewKeysOfferProps {
  name: string
  renew: boolean
  onRenew(renew: boolean): void
}

/** Offers new keys for what somebody held who loses access: an old copy of the files would still open to them. */
export function RenewKeysOffer({ name, renew, onRenew }: RenewKeysOfferProps) {
  return (
    <>
      <Checkbox
        label="Schlüssel erneuern"
        description={`Empfohlen. Ohne neue Schlüssel könnte ${name} mit einer früher kopierten Schlüsseldatei auch künftige Stände lesen. Das Büro wird dafür kurz neu verschlüsselt.`}
        checked={renew}
        onChange={(event) => onRenew(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        Ältere Sicherungen bleiben mit den alten Schlüsseln lesbar. Kannte {name} den Wiederherstellungsschlüssel, erneuern Sie
        bitte auch diesen.
      </Text>
    </>
  )
}
