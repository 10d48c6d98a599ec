import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (RFC 6890 and its updates): this machine, the building, other purposes. */
const PRIVATE = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: [
    '::/128',
    '::1/128',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
} as const;

const blocked = new BlockList();
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const network of PRIVATE[family]) {
    const [address, bits] = network.split('/');
    blocked.addSubnet(address, Number(bits), family);
  }
}

/** Whether an IP address is not one of the public internet; what is no address at all is not either. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  // Node's list looks through IPv4 that is written as IPv6.
  return blocked.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
