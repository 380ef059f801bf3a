// The jar speaks to Microsoft's Agents Playground, a Teams client that nobody here wrote: added to a team, asked who is on
// call, an alert, its card in the channel, acknowledged by somebody else, the card changed; and a page in a direct chat. Then
// Chromium opens the playground's own page, where alice asks and clicks. All of it where there is no way out.
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlone, nothingIsOutside, wentNowhere } from './alone.mjs';
import { PATIENCE, freePort, play, see, seen, start as startIn } from './stage.mjs';

const { PEERS_JAVA: java, PEERS_WORK: work, PEERS_SHOTS: shots, PEERS_JAR: jar } = process.env;
const { chromium } = createRequire(join(work, 'node_modules', 'x.js'))('playwright-core');
const here = join(work, 'playground');
const CHANNEL = '19:pay@thread.tacv2';
const TENANT = '00000000-0000-0000-0000-000000000001';
mkdirSync(here, { recursive: true });

const start = (command, args, env) => startIn(here, command, args, env);

const people = ['alice', 'bob', 'chen', 'dana', 'eve', 'fay'].map((name, i) => ({
  name,
  id: `29:${name}`,
  aad: `00000000-0000-0000-0000-00000000000${i + 1}`,
}));

function world() {
  const users = people.slice(1).map(
    ({ name, id, aad }) =>
      `  - {name: "${name}", id: "${id}", userPrincipleName: "${name}@example.com", aadObjectId: "${aad}", givenName: "${name}", surname: "x", email: "${name}@example.com"}`,
  );
  return `version: "0.1.1"
tenantId: ${TENANT}
bot: {id: "28:arke", name: Arke}
currentUser: {id: "29:alice", name: alice, userPrincipleName: alice@example.com, aadObjectId: ${people[0].aad}, givenName: alice, surname: x, email: alice@example.com}
users:
${users.join('\n')}
personalChat: {id: "a:alice"}
groupChat: {id: "19:group@thread.v2", name: group}
team:
  id: "19:team@thread.tacv2"
  name: payments
  aadGroupId: ${TENANT}
  channels:
    - {id: "${CHANNEL}", name: payments}
`;
}

async function run() {
  if (isAlone) await see('a network with nothing but the loopback', nothingIsOutside);
  const before = isAlone ? wentNowhere() : 0;
  const [port, playPort] = [await freePort(), await freePort()];
  const arke = `http://127.0.0.1:${port}`;
  const play = `http://127.0.0.1:${playPort}`;
  const record = join(here, 'events.json');
  const outward = join(here, 'outward.txt');
  writeFileSync(join(here, '.m365agentsplayground.yml'), world());
  writeFileSync(
    join(here, 'team.yaml'),
    `responders:
  - {name: alice, teams: alice@example.com}
  - {name: bob, teams: "${people[1].aad}"}
teams:
  - {name: payments, time_zone: UTC, channels: {teams: "${CHANNEL}"}, members: [alice, bob], admins: [bob]}
policies:
  - {name: standard, team: payments, rounds: 0, steps: [{page: [alice], wait: 10s}, {page: [bob], wait: 10m}], last_resort: [bob]}
services:
  - {name: checkout, team: payments, policy: standard}
integrations:
  - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
`,
  );
  const [command, ...args] = process.env.PEERS_ARKE ? process.env.PEERS_ARKE.split(' ') : [java, '-jar', jar];
  start(command, [...args, 'serve'], {
    ARKE_HTTP_PORT: String(port),
    ARKE_TEAM_FILE: 'team.yaml',
    TEAMS_ANONYMOUS: 'on',
  });
  await see('Arke is up', async () => (await fetch(`${arke}/health`)).ok);
  start(
    'node',
    [
      '--require', fileURLToPath(new URL('loopback.cjs', import.meta.url)),
      join(work, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
      'start', '-e', `${arke}/api/messages`, '-p', String(playPort), '--disable-telemetry', '--enable-events-recording',
    ],
    { TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_RECORDING_FILE: record, PEERS_OUTWARD: outward },
  );
  await see('the playground is up', async () => (await fetch(`${play}/_debug/ping`)).ok);
  const post = async (path, body) => {
    const answer = await fetch(play + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : {};
  };
  // Every request between the two, with its answer; what is sent to people whom the playground does not show stands here too.
  const events = () =>
    (existsSync(record) ? readFileSync(record, 'utf8') : '')
      .split('\n---\n')
      .map((part) => part.replace(/-*\s*$/, '').trim())
      .filter(Boolean)
      .map((part) => JSON.parse(part));
  const sent = (method, url, words) =>
    events().filter(
      ({ request }) =>
        request.method === method && url.test(request.url) && JSON.stringify(request.body ?? '').includes(words),
    );
  const to = (conversation) => new RegExp(`/v3/conversations/${conversation}/activities`);
  const opened = /\/v3\/conversations$/;

  await post(`/_debug/conversation/${encodeURIComponent(CHANNEL)}/installation`, {});
  await see('the bot is added to the team, whose roster it reads', async () => sent('GET', /pagedmembers/, '').length > 0);
  await see('who added it hears what to do, alone', async () => sent('POST', to('a:alice'), 'I am here for payments').length === 1);
  await post('/_conversation/v1/conversations/a%3Aalice/messages', {
    from: { id: '29:alice' }, text: 'who', textFormat: 'plain', mentions: [],
  });
  await see('who is on call, in the chat', async () => sent('POST', to('a:alice'), 'On call for').length === 1);
  const alert = await fetch(`${arke}/in/a-key-of-some-length/generic`, {
    method: 'POST', body: JSON.stringify({ summary: 'Disk of db-3 is full', priority: 'urgent' }),
  });
  if (alert.status !== 202) throw new Error(`alert: ${alert.status}`);
  const full = 'Disk of db-3 is full';
  await see('the card in the channel', async () => sent('POST', opened, full).length === 1);
  await see("the page in alice's chat", async () => sent('POST', to('a:alice'), full).length === 1);
  await see("the escalation in bob's chat, who never wrote to the bot", async () => {
    const direct = sent('POST', opened, '29:bob')[0]?.response.body.id;
    return direct && sent('POST', to(direct), full).length === 1;
  });
  const { id, activityId } = sent('POST', opened, full)[0].response.body;
  const answer = await post('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'arke', data: { arke: { run: 'ack 1' } } }, trigger: 'manual' },
    from: { id: '29:chen' }, conversation: { id }, replyToId: activityId,
  });
  await see('a click of somebody else is answered with the new card', async () => {
    const words = JSON.stringify(answer);
    return words.includes('AdaptiveCard') && words.includes('Taken') && words.includes('Resolve');
  });
  await see('the card in the channel is changed', async () => sent('PUT', new RegExp(`/activities/${activityId}`), 'Taken').length > 0);
  await see("alice's and bob's pages are changed too", async () => 
    new Set(sent('PUT', /\/activities\//, 'Taken').map(({ request }) => request.url)).size >= 3);
  await see('the timeline, in the thread', async () =>
    events().some(({ request }) => request.method === 'POST' && decodeURIComponent(request.url).includes(`${id}/activities`)));
  const refused = events().filter(({ direction, response }) => direction.startsWith('User App') && response.statusCode >= 400);
  if (refused.length) throw new Error(`the playground refused: ${JSON.stringify(refused[0]).slice(0, 2000)}`);
  if (existsSync(outward)) {
    const wanted = new Set(readFileSync(outward, 'utf8').trim().split('\n'));
    console.log(`  the playground wanted to speak with ${[...wanted].join(', ')}, and was not let`);
  }
  if (isAlone) {
    const tried = wentNowhere() - before;
    if (tried) throw new Error(`${tried} calls of somebody outside were tried`);
    seen('nobody else tried to reach anything outside, Arke least of all');
  } else console.error('!!!! NOT PROVEN: that Arke calls nobody outside');
  await look(play);
}

// As people see it: the page of the playground, drawn by it and not by us.
async function look(play) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(play);
    await page.getByText('What you can type').first().waitFor();
    seen('whoever opens it is told what to type');
    const line = page.locator('[data-lexical-editor=true]').first();
    await line.click();
    await line.pressSequentially('page checkout "Disk of db-4 is slow"');
    await line.press('Enter');
    const acknowledge = page.getByRole('button', { name: 'Acknowledge' }).last();
    await acknowledge.waitFor();
    seen('what alice types opens an incident, and she is paged with a card');
    await acknowledge.click();
    await page.getByText(/You have it/).last().waitFor();
    seen('her click is answered with the card as it is then');
    await page.screenshot({ path: join(shots, 'teams-playground.png') });
    await page.getByRole('treeitem', { name: 'payments - payments' }).click();
    await page.getByText(/alice has had it since/).last().waitFor();
    seen('the card in the channel says who has it');
    await page.screenshot({ path: join(shots, 'teams-playground-channel.png') });
  } finally {
    await browser.close();
  }
}

await play('teams playground', run);
