package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/** What somebody was called about is said, or given up. */
public record CallBackClosed(
    OrganizationId organization, CallBackId callBack, CallBack.Source source, CallBack.How how)
    implements OrganizationEvent {}
