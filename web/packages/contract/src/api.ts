import type { Client, Query } from './client.ts';
import type {
  AgencyList,
  AppState,
  AssignmentProposal,
  CasePage,
  CaseShow,
  ComparedFamily,
  Convergence,
  Day,
  DecideVisit,
  DecisionsTaken,
  AmendmentDraft,
  DecreeChanges,
  DecreeShow,
  DecreeVerdict,
  DeclineReason,
  DeliberatingVillage,
  Device,
  DraftFamily,
  DrawnSample,
  GraduationSamples,
  ExportPurpose,
  FamilyNeed,
  FamilyStatus,
  FieldExportReport,
  FormVersion,
  Graduation,
  GraduationCandidate,
  GraduationCandidates,
  GraduationRule,
  GraduationStep,
  Intervention,
  HistoryState,
  InterventionList,
  InterventionSheet,
  InterventionState,
  InterventionStep,
  Job,
  LedgerEntry,
  LedgerState,
  LikelyCase,
  LikelySame,
  ListedFamily,
  Need,
  NeedDecision,
  MadeDecision,
  KeptPaper,
  Meeting,
  MeetingPurpose,
  MeetingSheet,
  Nomination,
  NominationState,
  OfficerSummary,
  OpenFamily,
  OpenFigures,
  OpenRosaAccess,
  Pace,
  Page,
  Petition,
  PetitionStatus,
  PlanShow,
  Place,
  Programme,
  ProgrammeDraft,
  ProgrammeRule,
  Progress,
  ProposalMove,
  Region,
  ReviewFilter,
  ReviewQueue,
  Report,
  ReportAsk,
  RoleKey,
  RosterProblem,
  RosterReport,
  RosterSummary,
  Round,
  RoundDraft,
  RuleFact,
  RuleTrial,
  RuleVersion,
  Session,
  Started,
  TimelineEntry,
  UnmaskedNik,
  UserAccount,
  VisitShow,
  VisitSummary,
  ZeroFamily,
  ZeroShow,
  Waiting,
  PoorAgain,
  UnsentFamily,
  Watch,
  SharingLine,
  SharingShow,
  SharingTerms,
  SharingStarted,
  SharedFamily,
  SharingExplanation,
  SharingEffect,
  SharingChoice,
} from './types/index.ts';

const part = encodeURIComponent;

export interface UserDraft {
  readonly username?: string;
  readonly name: string;
  readonly phone: string | null;
  readonly password?: string;
  readonly roles: readonly { readonly role: RoleKey; readonly region: string }[];
}

export interface RosterMapping {
  readonly name: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly columns: Readonly<Record<string, string>>;
}

/** Every question a screen may ask the server, one line each. Paths are relative to the page's own server. */
export function createApi(client: Client) {
  return {
    app: () => client.get<AppState>('/api/v1/app'),
    session: () => client.get<Session>('/api/v1/session'),
    signIn: (username: string, password: string) => client.post<Session>('/api/v1/session', { username, password }),
    signOut: () => client.delete('/api/v1/session'),
    setUp: (token: string, administrator: { username: string; name: string; password: string }) =>
      client.post<void>(`/api/v1/setup/${part(token)}`, administrator),
    playTo: (day: Day) => client.post<Started>('/api/v1/demo/day', { day }),
    job: (id: string) => client.get<Job>(`/api/v1/jobs/${part(id)}`),
    regions: (level: Region['level'], parent?: string) => client.get<Page<Region>>('/api/v1/regions', { level, parent }),

    myOpenRosa: () => client.get<OpenRosaAccess>('/api/v1/me/openrosa'),
    officerOpenRosa: (officer: string) => client.get<OpenRosaAccess>(`/api/v1/officers/${part(officer)}/openrosa`),
    replaceOfficerOpenRosa: (officer: string) =>
      client.post<OpenRosaAccess | undefined>(`/api/v1/officers/${part(officer)}/openrosa/replace`, {}),

    rosters: () => client.get<Page<RosterSummary>>('/api/v1/rosters'),
    roster: (id: string) => client.get<RosterReport>(`/api/v1/rosters/${part(id)}`),
    uploadRoster: (form: FormData) => client.post<Started & { readonly rosterId: string }>('/api/v1/rosters', form),
    rosterProblems: (id: string, query: Query) => client.get<Page<RosterProblem>>(`/api/v1/rosters/${part(id)}/problems`, query),
    rosterComparison: (id: string, query: Query) => client.get<Page<ComparedFamily>>(`/api/v1/rosters/${part(id)}/comparison`, query),
    mapRoster: (id: string, mapping: RosterMapping) => client.put<Started>(`/api/v1/rosters/${part(id)}/mapping`, mapping),
    commitRoster: (id: string, round: string) =>
      client.post<Started>(`/api/v1/rosters/${part(id)}/commit`, { round, acknowledgedRejects: true }),
    deleteRoster: (id: string) => client.delete(`/api/v1/rosters/${part(id)}`),

    rounds: () => client.get<Page<Round>>('/api/v1/rounds'),
    createRound: (draft: RoundDraft) => client.post<Round>('/api/v1/rounds', draft),
    reviseRound: (code: string, draft: RoundDraft, version: number) =>
      client.put<Round>(`/api/v1/rounds/${part(code)}`, draft, `"${String(version)}"`),
    progress: (round: string, by: 'round' | 'district' | 'village' | 'officer', query: Query = {}) =>
      client.get<Progress>(`/api/v1/rounds/${part(round)}/progress`, { ...query, by }),
    pace: (round: string, by: 'round' | 'district') => client.get<Pace>(`/api/v1/rounds/${part(round)}/pace`, { by }),
    waiting: (round: string) => client.get<Waiting>(`/api/v1/rounds/${part(round)}/waiting`),

    forms: () => client.get<Page<FormVersion>>('/api/v1/forms'),
    uploadForm: (form: FormData) => client.post<FormVersion>('/api/v1/forms', form),

    proposeAssignment: (round: string, wish: { districts?: readonly string[]; onlyUnassigned: boolean }) =>
      client.post<AssignmentProposal>(`/api/v1/rounds/${part(round)}/assignment-proposals`, wish),
    adjustAssignment: (proposal: string, moves: readonly ProposalMove[]) =>
      client.patch<AssignmentProposal>(`/api/v1/assignment-proposals/${part(proposal)}`, { moves }),
    commitAssignment: (proposal: string) =>
      client.post<{ readonly assigned: number }>(`/api/v1/assignment-proposals/${part(proposal)}/commit`, {}),
    assign: (wish: { officerId: string; caseIds?: readonly string[]; villages?: readonly string[]; reason: string }) =>
      client.post<{ readonly assigned: number }>('/api/v1/assignments', wish),
    officers: (query: Query = {}) => client.get<Page<OfficerSummary>>('/api/v1/officers', query),

    cases: (query: Query, signal?: AbortSignal) => client.get<CasePage>('/api/v1/cases', query, signal),
    case: (id: string) => client.get<CaseShow>(`/api/v1/cases/${part(id)}`),
    timeline: (id: string) => client.get<Page<TimelineEntry>>(`/api/v1/cases/${part(id)}/timeline`),
    historyState: (id: string) => client.get<HistoryState>(`/api/v1/cases/${part(id)}/timeline/state`),
    historyProof: (id: string) => `/api/v1/cases/${part(id)}/timeline/proof`,
    familyNeeds: (id: string) => client.get<Page<FamilyNeed>>(`/api/v1/cases/${part(id)}/needs`),
    decideNeed: (id: string, decision: NeedDecision) => client.post<Page<FamilyNeed>>(`/api/v1/cases/${part(id)}/needs`, decision),
    unmaskNik: (id: string) => client.post<UnmaskedNik>(`/api/v1/cases/${part(id)}/nik`, {}),

    visits: (query: Query) => client.get<Page<VisitSummary>>('/api/v1/visits', query),
    visit: (id: string) => client.get<VisitShow>(`/api/v1/visits/${part(id)}`),
    reviews: (query: Query & { readonly filter: ReviewFilter }) => client.get<ReviewQueue>('/api/v1/reviews', query),
    decide: (visit: string, decision: DecideVisit, etag: string) =>
      client.request<VisitShow>('POST', `/api/v1/visits/${part(visit)}/decision`, { body: decision, ifMatch: etag }),
    match: (visit: string, caseNumber: string, etag: string) =>
      client.request<VisitShow>('POST', `/api/v1/visits/${part(visit)}/case`, { body: { caseNumber }, ifMatch: etag }),

    nominations: (query: Query & { readonly state?: NominationState }) => client.get<Page<Nomination>>('/api/v1/nominations', query),
    likelyCases: (nomination: string) => client.get<Page<LikelyCase>>(`/api/v1/nominations/${part(nomination)}/likely-cases`),
    acceptNomination: ({ id, version }: Nomination) =>
      client.request<void>('POST', `/api/v1/nominations/${part(id)}/accept`, { body: {}, ifMatch: `"${String(version)}"` }),

    openPlaces: () => client.get<Page<Place>>('/api/v1/open/places'),
    /** @param device the key that this page keeps; @param form the fields and the `photo` */
    sendPetition: (device: string, form: FormData) =>
      client.request<{ readonly code: string }>('POST', '/api/v1/open/petitions', { body: form, headers: { 'X-Tuntas-Sender': device } }),
    petitionStatus: (code: string) => client.post<PetitionStatus>('/api/v1/open/petition-status', { code }),
    familyStatus: (number: string, code: string) => client.post<FamilyStatus>('/api/v1/open/family-status', { number, code }),
    petitions: (query: Query) => client.get<Page<Petition>>('/api/v1/petitions', query),
    likelySame: (petition: string) => client.get<Page<LikelySame>>(`/api/v1/petitions/${part(petition)}/likely`),
    openCaseFor: (petition: string) => client.post<void>(`/api/v1/petitions/${part(petition)}/case`, {}),
    deletePetitionPhone: (petition: string) => client.delete(`/api/v1/petitions/${part(petition)}/phone`),
    linkPetition: (petition: string, caseNumber: string, reason: string) =>
      client.post<void>(`/api/v1/petitions/${part(petition)}/link`, { caseNumber, reason }),
    declinePetition: (petition: string, reason: DeclineReason, note: string) =>
      client.post<void>(`/api/v1/petitions/${part(petition)}/decline`, { reason, note }),

    programmes: () => client.get<Page<Programme>>('/api/v1/programmes'),
    programme: (id: string) => client.get<Programme>(`/api/v1/programmes/${part(id)}`),
    programmeRules: (id: string) => client.get<Page<RuleVersion>>(`/api/v1/programmes/${part(id)}/rules`),
    createProgramme: (draft: ProgrammeDraft) => client.post<Programme>('/api/v1/programmes', draft),
    reviseProgramme: (id: string, draft: ProgrammeDraft, version: number) =>
      client.put<Programme>(`/api/v1/programmes/${part(id)}`, draft, `"${String(version)}"`),
    addUsualProgrammes: () => client.post<Page<Programme>>('/api/v1/programmes/start', { set: 'usual' }),
    tryRule: (rule: ProgrammeRule) => client.post<RuleTrial>('/api/v1/programme-trials', { rule }),
    agencies: () => client.get<AgencyList>('/api/v1/agencies'),
    appointAgency: (id: string, people: readonly string[]) => client.put<AgencyList>(`/api/v1/agencies/${part(id)}/people`, { people }),
    interventions: (query: Query & { readonly state?: InterventionState }) => client.get<InterventionList>('/api/v1/interventions', query),
    stepIntervention: ({ id, version }: Intervention, step: InterventionStep) =>
      client.request<void>('POST', `/api/v1/interventions/${part(id)}/steps`, { body: step, ifMatch: `"${String(version)}"` }),
    /** Takes back the request, or what the officer said last. */
    withdrawIntervention: ({ id, version }: Intervention, reason: string) =>
      client.request<void>('POST', `/api/v1/interventions/${part(id)}/withdrawal`, { body: { reason }, ifMatch: `"${String(version)}"` }),
    /** @param form `deliveredOn`, `amount` and the files under the names of {@link ProofKind} */
    deliverIntervention: ({ id, version }: Intervention, form: FormData) =>
      client.request<void>('POST', `/api/v1/interventions/${part(id)}/deliveries`, { body: form, ifMatch: `"${String(version)}"` }),
    /** @param form the workbook as `file`, what shows its deliveries as `receipt` */
    checkInterventionSheet: (form: FormData) => client.post<InterventionSheet>('/api/v1/intervention-sheets', form),
    commitInterventionSheet: (id: string) => client.post<{ readonly taken: number }>(`/api/v1/intervention-sheets/${part(id)}/commit`, {}),
    zero: (round: string, query: Query) => client.get<ZeroShow>(`/api/v1/rounds/${part(round)}/zero`, query),
    zeroFamilies: (round: string, query: Query) => client.get<Page<ZeroFamily>>(`/api/v1/rounds/${part(round)}/zero/families`, query),
    convergence: () => client.get<Convergence>('/api/v1/convergence'),
    plans: () => client.get<PlanShow>('/api/v1/convergence/plans'),
    openFamilies: (query: Query) => client.get<Page<OpenFamily>>('/api/v1/convergence/families', query),
    familyInterventions: (id: string) => client.get<Page<Intervention>>(`/api/v1/cases/${part(id)}/interventions`),
    /** @param reason where the programme's rule does not fit; else empty */
    proposeIntervention: (id: string, programmeId: string, need: Need, reason: string) =>
      client.post<Page<Intervention>>(`/api/v1/cases/${part(id)}/interventions`, { programmeId, need, reason }),
    sharings: (round: string, query: Query = {}) => client.get<Page<SharingLine>>('/api/v1/sharings', { round, ...query }),
    sharing: (id: string) => client.get<SharingShow>(`/api/v1/sharings/${part(id)}`),
    startSharing: (round: string, terms: SharingTerms) => client.post<SharingStarted>('/api/v1/sharings', { round, ...terms }),
    sharedFamilies: (id: string, query: Query) => client.get<Page<SharedFamily>>(`/api/v1/sharings/${part(id)}/families`, query),
    explainSharing: (id: string, caseId: string) =>
      client.get<Page<SharingExplanation>>(`/api/v1/sharings/${part(id)}/families/${part(caseId)}`),
    previewChoice: (id: string, choice: SharingChoice) => client.post<SharingEffect>(`/api/v1/sharings/${part(id)}/preview`, choice),
    choose: ({ id, version }: SharingShow, choice: SharingChoice) =>
      client.request<SharingEffect>('POST', `/api/v1/sharings/${part(id)}/choices`, { body: choice, ifMatch: `"${String(version)}"` }),
    shareAgain: ({ id, version }: SharingShow) =>
      client.request<SharingStarted>('POST', `/api/v1/sharings/${part(id)}/again`, { body: {}, ifMatch: `"${String(version)}"` }),
    commitSharing: ({ id, version }: SharingShow) =>
      client.request<SharingStarted>('POST', `/api/v1/sharings/${part(id)}/commit`, { body: {}, ifMatch: `"${String(version)}"` }),
    ruleFacts: () => client.get<Page<RuleFact>>('/api/v1/programme-facts'),
    openFigures: (day: Day | null) => client.get<OpenFigures>('/terbuka/angka.json', { day }),
    deliberations: (round: string) => client.get<Page<DeliberatingVillage>>(`/api/v1/rounds/${part(round)}/deliberations`),
    openMeeting: (round: string, village: string, purpose: MeetingPurpose) =>
      client.post<Meeting>(`/api/v1/rounds/${part(round)}/deliberations`, { village, purpose }),
    meeting: (id: string) => client.get<Meeting>(`/api/v1/meetings/${part(id)}`),
    noteMeeting: (id: string, sheet: MeetingSheet, version: number) =>
      client.put<Meeting>(`/api/v1/meetings/${part(id)}/sheet`, sheet, `"${String(version)}"`),
    decideInMeeting: (id: string, decisions: readonly MadeDecision[]) =>
      client.post<DecisionsTaken>(`/api/v1/meetings/${part(id)}/decisions`, { decisions }),
    closeMeeting: (id: string, version: number) =>
      client.request<Meeting>('POST', `/api/v1/meetings/${part(id)}/close`, { body: {}, ifMatch: `"${String(version)}"` }),
    reopenMeeting: (id: string, reason: string) => client.post<Meeting>(`/api/v1/meetings/${part(id)}/reopen`, { reason }),
    signMinutes: (id: string, form: FormData) => client.post<Meeting>(`/api/v1/meetings/${part(id)}/minutes/signed`, form),
    bundleMinutes: (round: string, purpose: string) => client.post<Started>(`/api/v1/rounds/${part(round)}/minutes`, { purpose }),
    reports: (round: string, after: string | undefined) => client.get<Page<Report>>(`/api/v1/rounds/${part(round)}/reports`, { after }),
    askReport: (round: string, ask: ReportAsk) => client.post<Started>(`/api/v1/rounds/${part(round)}/reports`, ask),
    reportFile: (round: string, id: string) => `/api/v1/rounds/${part(round)}/reports/${part(id)}/file`,
    keptPaper: (key: string) => client.get<KeptPaper>(`/api/v1/kept-papers/${part(key)}`),

    decree: (round: string) => client.get<DecreeShow>(`/api/v1/rounds/${part(round)}/decree`),
    draftFamilies: (round: string, query: Query & { readonly verdict: DecreeVerdict; readonly addable?: boolean }) =>
      client.get<Page<DraftFamily>>(`/api/v1/rounds/${part(round)}/decree/draft`, query),
    lockDecree: (round: string, form: FormData) => client.post<DecreeShow>(`/api/v1/rounds/${part(round)}/decree`, form),
    amendDecree: (round: string, form: FormData) => client.post<DecreeShow>(`/api/v1/rounds/${part(round)}/decree/amendments`, form),
    amendmentDraft: async (round: string, changes: DecreeChanges): Promise<AmendmentDraft> => {
      const answer = await client.send('POST', `/api/v1/rounds/${part(round)}/decree/amendments/draft.pdf`, { body: changes });
      return { paper: await answer.blob(), tag: (answer.headers.get('ETag') ?? '').replaceAll('"', '') };
    },
    listedFamilies: (round: string, query: Query & { readonly on?: Day }) =>
      client.get<Page<ListedFamily>>(`/api/v1/rounds/${part(round)}/decree/families`, query),
    decreeDraftPaper: (round: string) => `/api/v1/rounds/${part(round)}/decree/draft.pdf`,
    officerSheet: (id: string, purpose: ExportPurpose) => `/api/v1/officers/${part(id)}/sheet.pdf?purpose=${purpose}`,
    officerSlips: (id: string, purpose: ExportPurpose) => `/api/v1/officers/${part(id)}/slips.pdf?purpose=${purpose}`,
    rosterRejects: (id: string, purpose: ExportPurpose) => `/api/v1/rosters/${part(id)}/rejects.xlsx?purpose=${purpose}`,
    answerSheet: (purpose: ExportPurpose) => `/api/v1/intervention-sheets/template.xlsx?purpose=${purpose}`,
    answerSheetRejects: (id: string, purpose: ExportPurpose) => `/api/v1/intervention-sheets/${part(id)}/rejects.xlsx?purpose=${purpose}`,
    meetingAgenda: (id: string, purpose: ExportPurpose) => `/api/v1/meetings/${part(id)}/agenda.pdf?purpose=${purpose}`,
    meetingMinutes: (id: string, purpose: ExportPurpose) => `/api/v1/meetings/${part(id)}/minutes.pdf?purpose=${purpose}`,
    signedMinutes: (id: string, sha256: string, purpose: ExportPurpose) =>
      `/api/v1/meetings/${part(id)}/minutes/signed/${sha256}?purpose=${purpose}`,
    decreePaper: (round: string, ordinal: number, purpose: ExportPurpose) =>
      `/api/v1/rounds/${part(round)}/decree/${String(ordinal)}/annex.pdf?purpose=${purpose}`,
    decreeWorkbook: (round: string, purpose: ExportPurpose, on: Day) =>
      `/api/v1/rounds/${part(round)}/decree/annex.xlsx?purpose=${purpose}&on=${on}`,
    decreeProof: (round: string, number: string, on: Day) => `/api/v1/rounds/${part(round)}/decree/proof?number=${part(number)}&on=${on}`,
    decreeScan: (round: string, ordinal: number, purpose: ExportPurpose) =>
      `/api/v1/rounds/${part(round)}/decree/${String(ordinal)}/scan?purpose=${purpose}`,

    graduationRule: (round: string) => client.get<GraduationRule>(`/api/v1/rounds/${part(round)}/graduation-rule`),
    setGraduationRule: (round: string, { version, ...rule }: GraduationRule) =>
      client.request<GraduationRule>('PUT', `/api/v1/rounds/${part(round)}/graduation-rule`, {
        body: rule,
        ifMatch: `"${String(version)}"`,
      }),
    graduations: (round: string, query: Query & { readonly step: GraduationStep }) =>
      client.get<GraduationCandidates>(`/api/v1/rounds/${part(round)}/graduations`, query),
    askRevisit: (family: string, officerId: string, reason: string) =>
      client.post<GraduationCandidate>(`/api/v1/cases/${part(family)}/revisits`, { officerId, reason }),
    /** Each by its own officer: all of them or none. */
    askRevisits: (caseIds: readonly string[], reason: string) => client.post<void>('/api/v1/revisits', { caseIds, reason }),
    callOffRevisit: (family: string, reason: string) =>
      client.post<GraduationCandidate>(`/api/v1/cases/${part(family)}/revisits/call-off`, { reason }),
    proposeGraduation: (family: string) => client.post<GraduationCandidate>(`/api/v1/cases/${part(family)}/graduations`, {}),
    hearVillage: ({ id, version }: Graduation, form: FormData) =>
      client.request<GraduationCandidate>('POST', `/api/v1/graduations/${part(id)}/village`, {
        body: form,
        ifMatch: `"${String(version)}"`,
      }),
    decideGraduation: ({ id, version }: Graduation, graduate: boolean, reason: string) =>
      client.request<GraduationCandidate>('POST', `/api/v1/graduations/${part(id)}/decision`, {
        body: { graduate, reason },
        ifMatch: `"${String(version)}"`,
      }),
    endGraduation: ({ id, version }: Graduation, reason: string) =>
      client.request<GraduationCandidate>('POST', `/api/v1/graduations/${part(id)}/end`, {
        body: { reason },
        ifMatch: `"${String(version)}"`,
      }),
    watches: (round: string) => client.get<Page<Watch>>(`/api/v1/rounds/${part(round)}/watches`),
    prepareWatch: (round: string, opensOn: Day, perStratum: number) =>
      client.post<Page<Watch>>(`/api/v1/rounds/${part(round)}/watches`, { opensOn, perStratum }),
    callOffWatch: (round: string, id: string, reason: string) =>
      client.post<Page<Watch>>(`/api/v1/rounds/${part(round)}/watches/${part(id)}/call-off`, { reason }),
    drawWatch: (round: string) => client.post<{ readonly drawn: number }>(`/api/v1/rounds/${part(round)}/watches/draw`, {}),
    graduationSamples: (round: string) => client.get<GraduationSamples>(`/api/v1/rounds/${part(round)}/graduation-samples`),
    poorAgain: (round: string) => client.get<Page<PoorAgain>>(`/api/v1/rounds/${part(round)}/poor-again`),
    unsentFamilies: (round: string) => client.get<Page<UnsentFamily>>(`/api/v1/rounds/${part(round)}/draws/unsent`),
    sendDrawn: (round: string) => client.post<{ readonly sent: number }>(`/api/v1/rounds/${part(round)}/draws/send`, {}),
    drawGraduationSamples: (round: string) =>
      client.post<{ readonly drawn: number }>(`/api/v1/rounds/${part(round)}/graduation-samples`, {}),
    graduationPaper: (id: string, purpose: ExportPurpose) => `/api/v1/graduations/${part(id)}/paper?purpose=${purpose}`,

    drawSample: (round: string, perDistrict: number) => client.post<DrawnSample>(`/api/v1/rounds/${part(round)}/samples`, { perDistrict }),
    recheck: (visit: string, outcome: 'upheld' | 'doubted', reason: string) =>
      client.post<VisitShow>(`/api/v1/visits/${part(visit)}/recheck`, { outcome, reason }),

    users: (query: Query) => client.get<Page<UserAccount>>('/api/v1/users', query),
    createUser: (draft: UserDraft) => client.post<UserAccount>('/api/v1/users', draft),
    reviseUser: (id: string, draft: UserDraft, version: number) =>
      client.put<UserAccount>(`/api/v1/users/${part(id)}`, draft, `"${String(version)}"`),
    setUserDisabled: (id: string, disabled: boolean) =>
      client.post<void>(`/api/v1/users/${part(id)}/${disabled ? 'disable' : 'enable'}`, {}),
    setUserPassword: (id: string, password: string) => client.post<void>(`/api/v1/users/${part(id)}/password`, { password }),

    devices: (query: Query) => client.get<Page<Device>>('/api/v1/devices', query),
    revokeDevice: (id: string, reason: string) => client.post<Device>(`/api/v1/devices/${part(id)}/revoke`, { reason }),
    importFieldExport: (form: FormData) => client.post<FieldExportReport>('/api/v1/field-exports', form),

    ledger: (query: Query) => client.get<Page<LedgerEntry>>('/api/v1/ledger', query),
    ledgerState: () => client.get<LedgerState>('/api/v1/ledger/state'),
  };
}

export type Api = ReturnType<typeof createApi>;

/** Reads a list to its end, page by page; for lists that a person can hold in one view. */
export async function readAll<T>(page: (after: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    all.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}
