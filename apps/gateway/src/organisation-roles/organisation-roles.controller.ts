import { AppointRole, ListRoles, WithdrawRole } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toRoleHolder, toRoleList, type ApiRoleHolder, type ApiRoleList } from '../api/organisation-role.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { appointRole, listOrganisationRoles, withdrawRole } from './organisation-roles.operations.js';

/** Who is what at the organisations that people manage (G12); at what an import holds nobody is anything (R11). */
@Controller()
export class OrganisationRolesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listOrganisationRoles)
  async list(@Input() { params: { gidsId } }: InputOf<typeof listOrganisationRoles>, @Asking() asking: AskOptions): Promise<ApiRoleList> {
    const { items } = await this.requests.ask(ListRoles, { gidsId }, asking);
    return toRoleList(gidsId, items, this.links);
  }

  @Handles(appointRole)
  async appoint(@Input() { params }: InputOf<typeof appointRole>, @Asker() { name: by }: Caller, @Asking() asking: AskOptions): Promise<ApiRoleHolder> {
    const holder = await this.requests.ask(AppointRole, { ...roleIn(params), by }, asking);
    return toRoleHolder(params.gidsId, holder, this.links);
  }

  @Handles(withdrawRole)
  async withdraw(@Input() { params }: InputOf<typeof withdrawRole>, @Asker() { name: by }: Caller, @Asking() asking: AskOptions): Promise<void> {
    await this.requests.ask(WithdrawRole, { ...roleIn(params), by }, asking);
  }
}

function roleIn({ gidsId, rol, account }: InputOf<typeof appointRole>['params']) {
  return { gidsId, account, role: codeOf(termTables.organisationRole, rol) };
}
