/** How many rows one account has of what grows; the rest is as a part of all people would have it. */
export const perAccount = { sessions: 3, events: 20 } as const;

/** Browsers that people sign in with. */
export const userAgents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
  "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
] as const;

/** Somebody who was filled in, by number from 1 on, with a browser and a network that the account was used from. */
export function filledPerson(number: number): { email: string; network: string; userAgent: string } {
  return {
    email: `person${number}@example.com`,
    network: `${11 + (number % 100)}.${(number * 31) % 256}.${(number * 17) % 256}`,
    userAgent: userAgents[(number * 7) % userAgents.length] ?? userAgents[0],
  };
}

/** Rows of one table: how many, and the statement that adds those from `:from` to before `:to`, counted from 0. */
export interface Filling {
  table: string;
  rows: (accounts: number) => number;
  sql: string;
}

const day = 24 * 60 * 60_000;
// As long as those that the worker makes, and in no order: 16 and 32 random bytes in base64url.
const id = "substr(hex(randomblob(11)), 1, 22)";
const hash = "substr(hex(randomblob(22)), 1, 43)";
const numbers =
  "WITH RECURSIVE numbers (n) AS (SELECT :from WHERE :from < :to UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :to)";
// As `filledPerson` has them, below the addresses of one's own machine, which are not counted; an account's number is its row's. What happens to one account lies far apart in its table, as it does where all people come and
// go; the factor is a prime, so that each account has its share.
const owner = "JOIN accounts a ON a.rowid = 1 + (n * 7368787) % :accounts";
const agent = `JOIN temp.agents g ON g.kind = (a.rowid * 7 + n % 3) % ${userAgents.length}`;
const network = "printf('%d.%d.%d', 11 + a.rowid % 100, (a.rowid * 31) % 256, (a.rowid * 17) % 256)";
const ip = `${network} || printf('.%d', 1 + n % 250)`;
const place =
  "CASE a.rowid % 4 WHEN 0 THEN 'Valencia, ES' WHEN 1 THEN 'Lyon, FR' WHEN 2 THEN 'Oslo, NO' ELSE 'Leeds, GB' END";

// Half of all people have a second step: three tenths an app, one tenth e-mail, one tenth a passkey.
const app = "a.rowid % 10 < 3";
const email = "a.rowid % 10 = 3";
const passkey = "a.rowid % 10 = 4";
const secondStep = "a.rowid % 10 < 5";
const amr = `CASE WHEN ${secondStep} THEN 'pwd otp' ELSE 'pwd' END`;

/** Everything that is filled, in this order. Each may use `:accounts`, `:now` and `:hash`, the one password's of everybody. */
export const fillings: Filling[] = [
  {
    table: "accounts",
    rows: (accounts) => accounts,
    sql: `${numbers} INSERT INTO accounts (id, email, email_key, locale, created_at)
      SELECT ${id}, 'person' || (n + 1) || '@example.com', 'person' || (n + 1) || '@example.com',
             CASE WHEN n % 3 = 0 THEN 'es' ELSE 'en' END, :now - ${700 * day} + n * ${700 * day} / :accounts
        FROM numbers`,
  },
  {
    table: "passwords",
    rows: (accounts) => accounts,
    sql: `${numbers} INSERT INTO passwords (account_id, hash, changed_at)
      SELECT a.id, :hash, a.created_at FROM numbers JOIN accounts a ON a.rowid = 1 + n`,
  },
  {
    table: "app_codes",
    rows: (accounts) => accounts,
    sql: `${numbers}
      INSERT INTO app_codes (id, account_id, name, sealed_secret, created_at, expires_at, confirmed_at, last_step, last_used_at)
      SELECT ${id}, a.id, 'My phone', 'local.' || substr(hex(randomblob(8)), 1, 16) || '.' || hex(randomblob(24)),
             a.created_at, a.created_at, a.created_at, 50000000, :now - n % ${60 * day}
        FROM numbers JOIN accounts a ON a.rowid = 1 + n WHERE ${app}`,
  },
  {
    table: "email_methods",
    rows: (accounts) => accounts,
    sql: `${numbers} INSERT INTO email_methods (id, account_id, created_at)
      SELECT ${id}, a.id, a.created_at FROM numbers JOIN accounts a ON a.rowid = 1 + n WHERE ${email}`,
  },
  {
    table: "passkeys",
    rows: (accounts) => accounts,
    sql: `${numbers}
      INSERT INTO passkeys (id, account_id, credential_id, public_key, sign_count, transports, backup_eligible, backed_up,
                            user_verified, discoverable, aaguid, name, created_at, last_used_at)
      SELECT ${id}, a.id, ${id}, substr(hex(randomblob(52)), 1, 103), 0, '["internal","hybrid"]', 1, 1, 1, 1,
             'fbfc3007-154e-4ecc-8c0b-6e020557d7bd', 'Passkey', a.created_at, :now - n % ${60 * day}
        FROM numbers JOIN accounts a ON a.rowid = 1 + n WHERE ${passkey}`,
  },
  {
    table: "recovery_codes",
    rows: (accounts) => accounts * 10,
    sql: `${numbers} INSERT INTO recovery_codes (mac, account_id, created_at)
      SELECT ${hash}, a.id, a.created_at FROM numbers JOIN accounts a ON a.rowid = 1 + n / 10 WHERE ${secondStep}`,
  },
  {
    table: "devices",
    rows: (accounts) => accounts,
    sql: `${numbers}
      INSERT INTO devices (id, account_id, token_hash, user_agent, place, created_at, last_used_at, expires_at)
      SELECT ${id}, a.id, ${hash}, g.user_agent, ${place}, :now - ${day}, :now - ${day}, :now + ${29 * day}
        FROM numbers ${owner} ${agent} WHERE a.rowid % 10 < 2`,
  },
  {
    table: "sessions",
    rows: (accounts) => accounts * perAccount.sessions,
    sql: `${numbers}
      INSERT INTO sessions (id, token_hash, account_id, aal, amr, last_amr, created_at, last_used_at, expires_at,
                            authenticated_at, second_factor_at, ip, user_agent, place)
      SELECT ${id}, ${hash}, a.id, 1 + (${secondStep}), ${amr}, NULL, at, at, at + ${90 * day}, at,
             CASE WHEN ${secondStep} THEN at END, ${ip}, g.user_agent, ${place}
        FROM (SELECT n, :now - ${20 * day} + n * ${20 * day} / (:accounts * ${perAccount.sessions}) AS at FROM numbers)
             ${owner} ${agent}`,
  },
  {
    table: "events",
    rows: (accounts) => accounts * perAccount.events,
    sql: `${numbers}
      INSERT INTO events (id, account_id, type, at, ip, user_agent, place, detail, browser, network)
      SELECT ${id}, a.id,
             CASE WHEN n < :accounts THEN 'account_created' WHEN n % 23 = 0 THEN 'device_remembered'
                  WHEN n % 19 = 0 THEN 'signed_out' WHEN n % 17 = 0 THEN 'password_changed' ELSE 'sign_in' END,
             :now - ${300 * day} + n * ${300 * day} / (:accounts * ${perAccount.events}), ${ip}, g.user_agent, ${place},
             '{"amr":"' || ${amr} || '"}', g.browser, ${network}
        FROM numbers ${owner} ${agent}`,
  },
];
