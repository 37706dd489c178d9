package io.muster.stream.reference;

import io.muster.contract.plan.Plan;
import io.muster.rules.plan.SitePlan;

/** One version of a plan: as the contract reads it, and as the rules ask it. */
public record PlanView(Plan plan, SitePlan rules) {}
