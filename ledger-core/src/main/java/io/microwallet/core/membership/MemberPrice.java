package io.microwallet.core.membership;

/** Whether a plan's members pay the member price of a drop. */
public enum MemberPrice {
    YES,
    NO
}
