// The jar speaks to emulate, a Slack that nobody here wrote: one incident is one message, with a thread, edited to its end.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, play, see, start as startIn } from './stage.mjs';

const { PEERS_JAVA: java, PEERS_WORK: work, PEERS_JAR: jar } = process.env;

const start = (command, args, env) => startIn(work, command, args, env);

async function run() {
  const [port, slackPort] = [await freePort(), await freePort()];
  const slack = `http://127.0.0.1:${slackPort}/api/`;
  writeFileSync(
    join(work, 'slack.yaml'),
    `slack:
  team: {name: Example, domain: example}
  users: [{name: alice, real_name: Alice Martin, email: alice@example.com}]
  channels: [{name: payments, topic: money}]
`,
  );
  start('node', [
    '--require', fileURLToPath(new URL('loopback.cjs', import.meta.url)),
    join(work, 'node_modules/emulate/dist/index.js'),
    'start', '--service', 'slack', '--port', String(slackPort), '--seed', 'slack.yaml',
  ]);
  const call = async (method, form = {}) => {
    const headers = { Authorization: 'Bearer xoxb-of-arke' };
    const answer = await (await fetch(slack + method, { method: 'POST', headers, body: new URLSearchParams(form) })).json();
    if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
    return answer;
  };
  await see('emulate answers', () => call('auth.test'));
  const channel = (await call('conversations.list')).channels.find((one) => one.name === 'payments').id;
  const alice = (await call('users.list')).members.find((one) => one.name === 'alice').id;
  writeFileSync(
    join(work, 'slack-team.yaml'),
    `responders:
  - {name: alice, slack: ${alice}}
teams:
  - {name: payments, time_zone: UTC, channels: {slack: ${channel}}, members: [alice], admins: [alice]}
policies:
  - {name: standard, team: payments, steps: [{page: [alice], wait: 10m}], last_resort: [alice]}
services:
  - {name: checkout, team: payments, policy: standard}
integrations:
  - {name: monitor, service: checkout, format: generic, keys: ["a-key-of-some-length"]}
`,
  );
  const arke = `http://127.0.0.1:${port}`;
  start(java, ['-XX:+UseSerialGC', '-jar', jar, 'serve'], {
    ARKE_HTTP_PORT: String(port),
    ARKE_DATABASE_URL: `jdbc:h2:file:${join(work, 'slack-data', 'arke')}`,
    ARKE_TEAM_FILE: 'slack-team.yaml',
    SLACK_BOT_TOKEN: 'xoxb-of-arke',
    SLACK_SIGNING_SECRET: 'a-signing-secret',
    SLACK_API_URL: slack,
  });
  await see('Arke is ready, and so is Slack', async () => {
    const ready = await (await fetch(`${arke}/ready`)).json();
    return ready.components.some((one) => one.name === 'slack' && !one.problem);
  });
  const alert = (status) =>
    fetch(`${arke}/in/a-key-of-some-length/generic`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ summary: 'Disk of db-3 is full', dedup_key: 'disk', priority: 'urgent', status }),
    }).then((answer) => {
      if (!answer.ok) throw new Error(`Arke answered ${answer.status}`);
    });
  const history = async (where) => (await call('conversations.history', { channel: where })).messages;
  const roots = async () => (await history(channel)).filter((one) => one.text.includes('Disk of db-3'));
  await alert('firing');
  await see('the card in the channel', async () => (await roots()).length === 1);
  const direct = (await call('conversations.open', { users: alice })).channel.id;
  await see("the page in alice's direct messages", async () =>
    (await history(direct)).some((one) => one.text.includes('Page: ')),
  );
  await see('the timeline in its thread', async () => {
    const [root] = await roots();
    return (await call('conversations.replies', { channel, ts: root.ts })).messages.length > 1;
  });
  await alert('resolved');
  await see('the card is edited to its end', async () => (await roots()).some((one) => one.text.includes('Resolved') && one.edited));
  await see("alice's page is a stub", async () => (await history(direct)).every((one) => one.text.includes('Resolved')));
  await see('there is one card, and one page', async () => {
    const [cards, pages] = [await roots(), await history(direct)];
    if (cards.length !== 1 || pages.length !== 1) throw new Error(`${cards.length} cards, ${pages.length} pages`);
    return true;
  });
}

await play('slack', run);
